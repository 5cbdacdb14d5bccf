/** 不了解 by question, as the village pages tell it. A sheet of its own: beside the means the survey's would be too wide to read. */
import { villageColumn } from './figures'
import type { Table, TableFacts } from './table-facts'

export function unansweredSheet({ round, villages }: TableFacts): Table {
  const { items } = round.scheme.survey
  const rows = villages.map(({ row, questions }) => {
    const byId = new Map(questions.map((question) => [question.id, question.unansweredOf100]))
    return [row.village.name, ...items.map(({ id }) => byId.get(id) ?? null)]
  })
  return {
    name: '不了解占比',
    columns: [villageColumn, ...items.map(({ title }) => ({ title: `${title}（%）`, width: 10 }))],
    rows,
  }
}
