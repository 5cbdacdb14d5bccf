/** What the local cloud answers to each question: compared by a test, shown beside the platform's answer. */
export const locally: Readonly<Record<string, string>> = {
  bundledSdk: '可以：打包在函数里的 SDK 能用。',
  conflict: '提交前发现：在那一次写入时就报错。',
  conflictOfTwo: '后写的事务在写入时就报错。',
  lockedDocument: '普通更新等事务结束后才写入。',
  nothingChanged: 'updated 是 0。',
  severalAtOnce: '可以一次添加多条。',
  duplicateInSeveral: '遇到重复，一条也没有写入。',
  mostRows: '一次能读 120 条（不限于 100）。',
  aggregateDefault: '不写 limit 时，聚合给 20 条；写了 limit，给 110 条。',
  emptyUpdate: '报错，文档没有变。',
  duplicateId: '报错，编号相同的第二条没有写入。',
  duplicateValue: '报错，第二条没有写入。',
  missingValue: '两条都没有这个字段：第二条报错，没有写入。',
  nullValue: '一条没有这个字段，一条是 null：第二条报错，没有写入。',
}
