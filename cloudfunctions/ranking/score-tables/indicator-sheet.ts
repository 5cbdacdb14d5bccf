import { marks, marksColumn, villageColumn } from './figures'
import type { Table, TableFacts } from './table-facts'

/** Villages down, indicators across: each village's mean mark. */
export function indicatorSheet({ round, snapshot, villages }: TableFacts): Table {
  const { indicators } = round.scheme
  const rows = villages.map(({ row, items }) => {
    const byId = new Map(items.map((item) => [item.id, item]))
    return [
      row.village.name,
      ...indicators.map(({ id }) => {
        const item = byId.get(id)
        return item ? marks(item.mean) : '不适用'
      }),
    ]
  })
  const medians = new Map(snapshot.details.itemMedians.map(({ id, median }) => [id, median]))
  const middle = indicators.map(({ id }) => marks(medians.get(id) ?? null))
  const columns = [villageColumn, ...indicators.map(({ title, full }) => marksColumn(`${title}（${full}分）`, NARROW))]
  return { name: '指标得分', columns, rows: [...rows, ['中位数', ...middle]] }
}

/** Three characters across: 25 indicators and the village are shrunk to three quarters on a page, and can still be read. */
const NARROW = 6.5
