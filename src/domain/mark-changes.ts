/**
 * Two phones, one card. The unit of conflict is one mark: a mark changed on a second phone is never silently
 * overwritten; what was written and what lost are both kept in the card's history (docs/domain.md, Offline).
 */
import { own } from './own'

export type StoredMark = {
  mark: number | null
  note: string
  /** Ids, in the order in which they were taken. */
  photos: string[]
  revision: number
  /** The phone's clock when it was typed, never later than the server's. */
  at: number
  phone: string
  /** What people call that phone. */
  device: string
  sendId: string
}

/** `base`: the revision the phone had seen, 0 where it had seen none. */
export type MarkChange = { itemId: string; mark: number | null; note: string; photos: string[]; base: number }

export type PastChange = {
  at: number
  itemId: string
  mark: number | null
  note: string
  photos: string[]
  phone: string
  device: string
  /** It was not written: another phone's mark, or a later one of the same phone, stood there. */
  lost: boolean
}

export type MarkedCard = { marks: Record<string, StoredMark>; history: PastChange[] }

export type Send = { sendId: string; phone: string; device: string; at: number }

export type AppliedChanges = MarkedCard & {
  saved: Record<string, StoredMark>
  /** What stands there instead. */
  conflicts: Record<string, StoredMark>
  /** False: the card is as it was. */
  isChanged: boolean
}

const MOST_HISTORY = 200

/** Applies one send's changes, item by item: a conflict on one does not hold up the others. */
export function applyMarkChanges(card: MarkedCard, changes: readonly MarkChange[], send: Send): AppliedChanges {
  const result: AppliedChanges = {
    marks: { ...card.marks },
    history: [...card.history],
    saved: {},
    conflicts: {},
    isChanged: false,
  }
  for (const change of changes) applyChange(result, change, send)
  result.history = result.history.slice(-MOST_HISTORY)
  return result
}

function applyChange(card: AppliedChanges, { itemId, mark, note, photos, base }: MarkChange, send: Send): void {
  const stored = own(card.marks, itemId)
  const past = { at: send.at, itemId, mark, note, photos, phone: send.phone, device: send.device }

  switch (fate(stored, { mark, note, photos, base }, send, wasWritten(card.history, past))) {
    case 'write': {
      const written = { mark, note, photos, revision: (stored?.revision ?? 0) + 1, ...send }
      card.marks[itemId] = written
      card.saved[itemId] = written
      card.history.push({ ...past, lost: false })
      card.isChanged = true
      return
    }
    case 'stands':
      card.saved[itemId] = stored!
      return
    case 'outdated':
      card.saved[itemId] = stored!
      keepLoser(card, past)
      return
    case 'conflict':
      card.conflicts[itemId] = stored!
      keepLoser(card, past)
  }
}

function fate(
  stored: StoredMark | undefined,
  change: Omit<MarkChange, 'itemId'>,
  send: Send,
  wasWritten: boolean,
): 'write' | 'stands' | 'outdated' | 'conflict' {
  if (!stored) return 'write'
  // The same send again, its first answer lost on the way; perhaps somebody went on from it since.
  if (stored.sendId === send.sendId || wasWritten) return 'stands'
  if (change.base === stored.revision) return 'write'
  // Both phones came to the same: nothing to choose.
  if (!differs(stored, change)) return 'stands'
  if (stored.phone !== send.phone) return 'conflict'
  // One phone's queue: typed offline one after the other, all on the same base. The last one typed stands.
  return send.at >= stored.at ? 'write' : 'outdated'
}

function wasWritten(history: readonly PastChange[], past: Omit<PastChange, 'lost'>): boolean {
  return history.some((entry) => !entry.lost && isSame(entry, past))
}

/** Once: a retry loses again, but is the same loser. */
function keepLoser(card: AppliedChanges, past: Omit<PastChange, 'lost'>): void {
  if (card.history.some((entry) => entry.lost && isSame(entry, past))) return
  card.history.push({ ...past, lost: true })
  card.isChanged = true
}

function isSame(a: Omit<PastChange, 'lost'>, b: Omit<PastChange, 'lost'>): boolean {
  return a.itemId === b.itemId && a.at === b.at && a.phone === b.phone && !differs(a, b)
}

/** Every photo that a card's marks name. */
export function photosOf(marks: Readonly<Record<string, { photos: readonly string[] }>>): string[] {
  return Object.values(marks).flatMap(({ photos }) => photos)
}

export type SeenMark = { mark: number | null; note: string; photos: readonly string[] }

/** Two versions of a mark are one where mark, note and photos are the same. */
export function differs(a: SeenMark, b: SeenMark): boolean {
  return a.mark !== b.mark || a.note !== b.note || a.photos.join() !== b.photos.join()
}
