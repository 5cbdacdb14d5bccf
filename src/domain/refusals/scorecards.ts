import { isRecused } from '../recusal'
import { type Path, quoted, type Refusal } from '../refusal'
import type { RoundFile, Scorecard } from '../round-file'
import { idsOf, twiceById, unknown } from './ids'
import type { Known } from './known'
import { wrongMark } from './marks'

/** What is wrong with the scorecards and deductions. */
export function* scorecardRefusals(round: RoundFile, known: Known): Generator<Refusal> {
  const marked = markedItems(known)
  const cards = new Set<string>()
  for (const [i, card] of round.scorecards.entries()) {
    const path = ['scorecards', i]
    yield* unknown([...path, 'inspectorId'], card.inspectorId, known.inspectors, 'inspector')
    yield* unknown([...path, 'villageId'], card.villageId, known.villages, 'village')
    if (isRecused(known.inspectors.get(card.inspectorId)!, card.villageId)) {
      yield { path, what: `${quoted(card.inspectorId)} is recused for ${quoted(card.villageId)}` }
    }
    const key = JSON.stringify([card.inspectorId, card.villageId])
    if (cards.has(key)) {
      yield { path, what: `a second card of ${quoted(card.inspectorId)} for ${quoted(card.villageId)}` }
    }
    cards.add(key)
    yield* markRefusals([...path, 'marks'], card, marked.get(card.villageId)!, known)
  }
}

export function* deductionRefusals({ deductions, scheme }: RoundFile, known: Known): Generator<Refusal> {
  const items = idsOf(scheme.deductionItems)
  yield* twiceById(['deductions'], deductions)
  for (const [i, { itemId, villageId }] of deductions.entries()) {
    yield* unknown(['deductions', i, 'itemId'], itemId, items, 'deduction item')
    yield* unknown(['deductions', i, 'villageId'], villageId, known.villages, 'village')
  }
}

type Item = { full: number; step: number }

/** By village: the judged indicators and goals that every card for it must mark, and no others. */
function markedItems({ items }: Known): Map<string, Map<string, Item>> {
  return new Map(
    [...items].map(([villageId, { judged, goals }]) => [
      villageId,
      new Map([...judged, ...goals].map((item): [string, Item] => [item.id, item])),
    ]),
  )
}

function* markRefusals(path: Path, { marks, villageId }: Scorecard, items: Map<string, Item>, known: Known) {
  const ids = Object.keys(marks)
  for (const id of ids) {
    const item = items.get(id)
    if (!item) yield { path: [...path, id], what: whyNotMarked(id, villageId, known) }
    else yield* wrongMark([...path, id], marks[id]!, item)
  }
  if (ids.length === items.size) return
  const given = new Set(ids)
  for (const id of items.keys()) if (!given.has(id)) yield { path, what: `no mark for ${quoted(id)}` }
}

function whyNotMarked(id: string, villageId: string, known: Known): string {
  const goal = known.goals.get(id)
  if (goal) return `a goal of ${quoted(goal.villageId)}, not of ${quoted(villageId)}`
  const indicator = known.indicators.get(id)
  if (!indicator) return 'unknown indicator or goal'
  return indicator.kind === 'measured' ? 'is measured, not judged' : `not applicable to ${quoted(villageId)}`
}
