/** What an administrator prepares, in the order in which a city does it. One line a page. */
export type PrepareDoor = { title: string; note: string; page: string }

export const prepareDoors: readonly PrepareDoor[] = [
  { title: '人员', note: '登记、发邀请码、身份、撤销', page: 'prepare/people/index' },
  { title: '考核方案', note: '权重、指标、扣分项和测评，发布成一版', page: 'prepare/schemes/index' },
]
