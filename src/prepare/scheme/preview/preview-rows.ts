import type { JudgedItem, MeasuredFact } from '../../../contract/round'
import type { Scheme } from '../../../domain/round-file'
import { type CardRow, rowsOf } from '../../../inspect/scorecard/card-rows'

/** The common paper as a scorecard has it. A measured fact is not there yet: it shows what it is worth at most. */
export function previewRows({ indicators, actions }: Scheme): CardRow[] {
  const titles = new Map(actions.map(({ id, title }) => [id, title]))
  const items: JudgedItem[] = []
  const facts: MeasuredFact[] = []
  for (const indicator of indicators) {
    const { id, title, full, step } = indicator
    const action = titles.get(indicator.actionId) ?? ''
    if (indicator.kind === 'judged') {
      const rubric = indicator.rubric.map(({ mark, text }) => ({ mark, text }))
      items.push({ id, paper: 'common', title, action, full, step, rubric, difficulty: 1, promise: null })
    } else {
      const restsOn = { evidence: '', photos: [] }
      facts.push({ id, title, action, full, unit: indicator.unit, value: 0, mark: 0, ...restsOn })
    }
  }
  return rowsOf({ items, facts }, 'common')
}
