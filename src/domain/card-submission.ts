/**
 * Submitting a scorecard: what is submitted is what was seen, and counts until it is submitted again. A mark that
 * another phone changed meanwhile is shown first (docs/domain.md, Offline).
 */
import { differs, lastTouch, type MarkChange, type StoredMark } from './mark-changes'
import { own } from './own'
import type { PhoneSend } from './phone-sends'

export type SeenMark = { mark: number; note: string; photos: string[] }

/** Items that another phone left different from what this one shows: the person chooses before anything counts. */
export function changedElsewhere(
  stored: Readonly<Record<string, StoredMark>>,
  seen: Readonly<Record<string, SeenMark>>,
  phone: string,
): Record<string, { mine: SeenMark; theirs: StoredMark }> {
  const changed: Record<string, { mine: SeenMark; theirs: StoredMark }> = {}
  for (const [id, mine] of Object.entries(seen)) {
    const theirs = own(stored, id)
    if (theirs && theirs.phone !== phone && differs(theirs, mine)) changed[id] = { mine, theirs }
  }
  return changed
}

/** Marks of the submission that had not been saved yet. What the same phone typed later stays as the draft. */
export function unsavedMarks(
  stored: Readonly<Record<string, StoredMark>>,
  seen: Readonly<Record<string, SeenMark>>,
  { phone, clock }: Pick<PhoneSend, 'phone' | 'clock'>,
): MarkChange[] {
  return Object.entries(seen).flatMap(([itemId, { mark, note, photos }]) => {
    const former = own(stored, itemId)
    if (former && (!differs(former, { mark, note, photos }) || (lastTouch(former, phone)?.clock ?? 0) > clock))
      return []
    return [{ itemId, mark, note, photos, base: former?.revision ?? 0 }]
  })
}
