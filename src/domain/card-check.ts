/**
 * What a scorecard must be: every mark valid, every item marked, a reason for 0 and full. The phone asks before it
 * sends, the function before it writes.
 */
import { applicableItems } from './applicable-items'
import { own } from './own'
import type { Goal, NotApplicable, Scheme } from './round-file'
import { isValidMark } from './valid-mark'

/** A judged indicator or a goal, as far as a mark depends on it. */
export type CardItem = { id: string; title: string; full: number; step: number }

export type CardRules = {
  scheme: Pick<Scheme, 'indicators'>
  goals: readonly Goal[]
  notApplicable: readonly NotApplicable[]
}

/** What an inspector marks in a village, in the card's order: its judged indicators, then its goals. */
export function cardItems({ scheme, goals, notApplicable }: CardRules, villageId: string): CardItem[] {
  const { judged, goals: own } = applicableItems(scheme, goals, notApplicable, villageId)
  return [...judged, ...own]
}

/** What is wrong with one mark, as a sentence that names the item; undefined: nothing. A cleared mark (null) is valid. */
export function markProblem(items: readonly CardItem[], itemId: string, mark: number | null): string | undefined {
  const item = items.find(({ id }) => id === itemId)
  if (!item) return '这个村不评这一项，请重新下载今日资料后再评'
  if (mark === null || isValidMark(mark, item.full, item.step)) return undefined
  return `“${item.title}”的得分应在 0 到 ${item.full} 之间，每档 ${item.step} 分`
}

type SeenMarks = Readonly<Record<string, { mark: number | null; note: string }>>

/** Ids without a mark, in the card's order; none: the card is complete. */
export function missingItems(items: readonly CardItem[], marks: SeenMarks): string[] {
  return items.map(({ id }) => id).filter((id) => (own(marks, id)?.mark ?? null) === null)
}

/** Ids marked 0 or full without a reason (docs/domain.md, Is the panel sound). */
export function itemsWithoutNote(items: readonly CardItem[], marks: SeenMarks): string[] {
  return items
    .filter(({ id, full }) => {
      const seen = own(marks, id)
      return seen !== undefined && (seen.mark === 0 || seen.mark === full) && seen.note.trim() === ''
    })
    .map(({ id }) => id)
}
