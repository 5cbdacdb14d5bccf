/** What an administrator prepares, in the order in which a city does it. One line a page. */
export type PrepareDoor = { title: string; note: string; page: string }

export const prepareDoors: readonly PrepareDoor[] = [
  { title: '人员', note: '登记、发邀请码、身份、撤销', page: 'prepare/people/index' },
  { title: '考核方案', note: '权重、指标、扣分项和测评，发布成一版', page: 'prepare/schemes/index' },
  { title: '新建拉练', note: '第几次、哪一天、用哪版方案，先建成草稿', page: 'prepare/round/new/index' },
]
