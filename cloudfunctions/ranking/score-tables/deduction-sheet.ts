import { marks, marksColumn, villageColumn } from './figures'
import type { Table, TableFacts } from './table-facts'

/** Those that lower a total: a deferred village has none. */
export function deductionSheet({ villages }: TableFacts): Table {
  const rows = villages
    .filter(({ row }) => !row.deferred)
    .flatMap(({ row, deductions }) =>
      deductions.map((deduction) => [row.village.name, deduction.title, deduction.occurrences, marks(deduction.marks)]),
    )
  const columns = [villageColumn, { title: '事由', width: 60 }, { title: '次数', width: 8 }, marksColumn('扣分')]
  return { name: '扣分', columns, rows }
}
