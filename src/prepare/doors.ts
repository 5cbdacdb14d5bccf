/** What an administrator prepares, in the order in which a city does it. One line a page. */
export type PrepareDoor = { title: string; note: string; page: string }

export const prepareDoors: readonly PrepareDoor[] = [
  { title: '试点和区', note: '试点叫什么，有哪些区', page: 'prepare/programme/index' },
  { title: '村', note: '登记村和包联责任，Excel 导入导出', page: 'prepare/villages/index' },
  { title: '人员', note: '登记、发邀请码、身份、撤销', page: 'prepare/people/index' },
  { title: '考核方案', note: '权重、指标、扣分项和测评，发布成一版', page: 'prepare/schemes/index' },
  { title: '新建拉练', note: '第几次、哪一天、用哪版方案，先建成草稿', page: 'prepare/round/new/index' },
  { title: '一村一码', note: '打印各村公示栏上的码，A4 或 A3', page: 'prepare/posters/index' },
]
