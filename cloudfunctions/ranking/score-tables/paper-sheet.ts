import { marks, marksColumn, villageColumn } from './figures'
import type { Table, TableFacts } from './table-facts'

/** The two marked papers also before 宽严校正. */
export function paperSheet({ round, snapshot, villages }: TableFacts): Table {
  const { common, demonstration, satisfaction } = round.scheme.weights
  const { medians } = snapshot.details
  const rows = villages.map(({ row, plain, inspectors }) => [
    row.village.name,
    inspectors,
    ...[
      row.common,
      plain?.common ?? null,
      row.demonstration,
      plain?.demonstration ?? null,
      row.satisfaction,
      row.deductions,
      row.total,
    ].map(marks),
  ])
  const middle = [medians.common, null, medians.demonstration, null, medians.satisfaction, null, medians.total]
  const columns = [
    villageColumn,
    { title: '评委数', width: 8 },
    marksColumn(`共性目标（${common}分）`, 17),
    marksColumn('共性目标校正前', 15),
    marksColumn(`示范目标（${demonstration}分）`, 17),
    marksColumn('示范目标校正前', 15),
    marksColumn(`满意度（${satisfaction}分）`, 17),
    marksColumn('扣分'),
    marksColumn('总分'),
  ]
  return { name: '各卷得分', columns, rows: [...rows, ['中位数', null, ...middle.map(marks)]] }
}
