import { marks, marksColumn, villageColumn } from './figures'
import type { Table, TableFacts } from './table-facts'

/** Each village's own demonstration goals: the mean mark, before its difficulty counts. */
export function goalSheet({ round, villages }: TableFacts): Table {
  const difficulty = new Map(round.goals.map((goal) => [goal.id, goal.difficulty]))
  const rows = villages.flatMap(({ row, items }) =>
    items
      .filter(({ kind }) => kind === 'goal')
      .map(({ id, title, full, mean }) => [row.village.name, title, full, difficulty.get(id)!, marks(mean)]),
  )
  const columns = [
    villageColumn,
    { title: '示范目标', width: 60 },
    { title: '满分', width: 8 },
    marksColumn('难度系数'),
    marksColumn('得分'),
  ]
  return { name: '示范目标得分', columns, rows }
}
