import { cents } from '../../../src/domain/cents-text'
import { marks, marksColumn, villageColumn } from './figures'
import type { Table, TableFacts } from './table-facts'

export function rankingSheet({ snapshot, villages }: TableFacts): Table {
  const former = snapshot.previous?.number
  const rows = villages.map(({ row }) => {
    const { rank, village, total, common, demonstration, satisfaction, deductions, previous } = row
    const papers = [total, common, demonstration, satisfaction, deductions].map(marks)
    const change = previous && total !== null ? (cents(total) - cents(previous.total)) / 100 : null
    return [rank ?? '缓评', village.name, village.town, ...papers, ...(former ? [previous?.rank ?? null, change] : [])]
  })
  const columns = [
    { title: '名次', width: 8 },
    villageColumn,
    { title: '所属乡镇', width: 14 },
    ...['总分', '共性目标', '示范目标', '满意度', '扣分'].map((title) => marksColumn(title)),
    ...(former
      ? [
          { title: `第${former}次名次`, width: 12 },
          { ...marksColumn('总分增减'), isChange: true },
        ]
      : []),
  ]
  return { name: '榜单', columns, rows }
}
