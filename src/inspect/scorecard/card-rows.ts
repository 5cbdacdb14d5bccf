import type { JudgedItem, MeasuredFact, TodayStop } from '../../contract/round'
import { isValidMark } from '../../domain/valid-mark'

export type Paper = JudgedItem['paper']
export type CardRow =
  | { kind: 'judged'; id: string; item: JudgedItem }
  | { kind: 'measured'; id: string; fact: MeasuredFact }

/** A paper's rows as the printed sheet has them: action by action, what is judged before what is measured. */
export function rowsOf(stop: Pick<TodayStop, 'items' | 'facts'>, paper: Paper): CardRow[] {
  const judged = stop.items
    .filter((item) => item.paper === paper)
    .map((item): CardRow => ({ kind: 'judged', id: item.id, item }))
  if (paper === 'demonstration') return judged
  const rows = [...judged, ...stop.facts.map((fact): CardRow => ({ kind: 'measured', id: fact.id, fact }))]
  const actions = [...new Set(rows.map(actionOf))]
  return actions.flatMap((action) => rows.filter((row) => actionOf(row) === action))
}

/** What is judged, in the order in which it stands on the page, one paper after the other. */
export function judgedInOrder(stop: Pick<TodayStop, 'items' | 'facts'>): JudgedItem[] {
  return PAPERS.flatMap((paper) => rowsOf(stop, paper)).flatMap((row) => (row.kind === 'judged' ? [row.item] : []))
}

const PAPERS: readonly Paper[] = ['common', 'demonstration']

/** The rubric's sentences; a goal has none, and gets keys at every fifth of its full mark instead. */
export function anchorsOf({ rubric, full, step }: JudgedItem): { mark: number; text: string }[] {
  if (rubric.length > 0) return rubric
  return FIFTHS.map((text, fifth) => ({ mark: (full * fifth) / 5, text })).filter(({ mark }) =>
    isValidMark(mark, full, step),
  )
}

const FIFTHS = ['零分', '两成', '四成', '六成', '八成', '满分']

function actionOf(row: CardRow): string {
  return row.kind === 'judged' ? row.item.action : row.fact.action
}

/** Ids come from the importer: letters, digits, dash, dot; a selector would read the dot as a class. */
export function cardId(itemId: string): string {
  return `item-${itemId.replace(/\./g, '_')}`
}
