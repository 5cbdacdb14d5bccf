/**
 * Two phones, one card. The unit of conflict is one mark: a mark changed on a second phone is never silently
 * overwritten; what was written and what lost are both kept in the card's history (docs/domain.md, Offline;
 * docs/decisions/2026-11-24-which-touch-stands.md).
 */
import { own } from './own'
import { type LastSend, type PhoneSend, placeOf } from './phone-sends'

export type StoredMark = {
  mark: number | null
  note: string
  /** Ids, in the order in which they were taken. */
  photos: string[]
  revision: number
  /** The phone's clock when it was typed, never later than the server's: to be shown, not to be compared by. */
  at: number
  phone: string
  /** What people call that phone. */
  device: string
  sendId: string
  /** By phone: its last touch of this mark that was decided here. Absent in marks stored earlier. */
  touches?: Record<string, Touch>
}

/** `lost`: another phone's mark stood there, and this phone has not chosen since. */
export type Touch = LastSend & { lost: boolean }

/** `base`: the revision the phone had seen, 0 where it had seen none. */
export type MarkChange = { itemId: string; mark: number | null; note: string; photos: string[]; base: number }

export type PastChange = {
  /** As in the stored mark. */
  at: number
  itemId: string
  mark: number | null
  note: string
  photos: string[]
  phone: string
  device: string
  sendId: string
  /** It was not written: another phone's mark, or a later one of the same phone, stood there. */
  lost: boolean
}

export type MarkedCard = { marks: Record<string, StoredMark>; history: PastChange[] }

/** `at`: as far as it can be true; `clock`: as the phone said. */
export type Send = PhoneSend & { device: string; at: number }

export type AppliedChanges = MarkedCard & {
  saved: Record<string, StoredMark>
  /** What stands there instead. */
  conflicts: Record<string, StoredMark>
  /** False: the card is as it was. */
  isChanged: boolean
}

/** The newest this many stay, and beyond them every loser that its phone has not chosen about. */
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
  result.history = bounded(result)
  return result
}

/** Every change of this send was decided before, or the phone itself has gone on since: nothing of it is news. */
export function areDecided(card: MarkedCard, changes: readonly MarkChange[], send: Send): boolean {
  return changes.every((change) => notNews.has(fate(own(card.marks, change.itemId), change, send)))
}

function applyChange(card: AppliedChanges, change: MarkChange, send: Send): void {
  const stored = own(card.marks, change.itemId)
  switch (fate(stored, change, send)) {
    case 'write':
      write(card, stored, change, send)
      return
    case 'stands':
      card.saved[change.itemId] = stored!
      return
    case 'agrees':
      card.saved[change.itemId] = touch(card, stored!, change, send, false)
      // Not written, as it stood there already; come again after its phone has gone on, it is known.
      keepLoser(card, change, send)
      return
    case 'conflict':
      card.conflicts[change.itemId] = touch(card, stored!, change, send, true)
      keepLoser(card, change, send)
      return
    case 'stillConflict':
      card.conflicts[change.itemId] = stored!
      return
    case 'overtaken':
      // Nothing of another phone's is taken over unseen for it.
      ;(stored!.phone === send.phone ? card.saved : card.conflicts)[change.itemId] = stored!
      keepOvertaken(card, change, send)
  }
}

type Fate = 'write' | 'stands' | 'agrees' | 'conflict' | 'stillConflict' | 'overtaken'
const notNews: ReadonlySet<Fate> = new Set(['stands', 'stillConflict', 'overtaken'])

/**
 * The base decides first: who saw what stands may change it, whatever any clock says. Only where the base is an older
 * one does the phone's own clock tell its last touch from one that comes again or late.
 */
function fate(stored: StoredMark | undefined, change: MarkChange, send: Send): Fate {
  if (!stored) return 'write'
  const last = lastTouch(stored, send.phone)
  const place = placeOf(send, last)
  // Once more what was decided: its answer was lost on the way; perhaps somebody went on from it since.
  if (place === 'same') return last!.lost ? 'stillConflict' : 'stands'
  if (change.base === stored.revision) return 'write'
  if (place === 'earlier') return 'overtaken'
  // Both phones came to the same: nothing to choose.
  if (!differs(stored, change)) return 'agrees'
  // One phone's queue, typed offline one after the other on the same base: the last one typed stands.
  return stored.phone === send.phone ? 'write' : 'conflict'
}

/** Of a mark stored before touches were remembered: the one that wrote it. */
export function lastTouch(stored: StoredMark, phone: string): Touch | undefined {
  const { touches, sendId, at } = stored
  if (touches) return own(touches, phone)
  return stored.phone === phone ? { sendId, clock: at, lost: false } : undefined
}

function write(card: AppliedChanges, stored: StoredMark | undefined, change: MarkChange, send: Send): void {
  const { itemId, mark, note, photos } = change
  const { sendId, phone, device, at } = send
  const revision = (stored?.revision ?? 0) + 1
  const written = { mark, note, photos, revision, at, phone, device, sendId, touches: touched(stored, send, false) }
  card.marks[itemId] = written
  card.saved[itemId] = written
  card.history.push(past(change, send, false))
  card.isChanged = true
}

/** The mark stands; that this phone has touched it is remembered. */
function touch(
  card: AppliedChanges,
  stored: StoredMark,
  { itemId }: MarkChange,
  send: Send,
  lost: boolean,
): StoredMark {
  const remembered = { ...stored, touches: touched(stored, send, lost) }
  card.marks[itemId] = remembered
  card.isChanged = true
  return remembered
}

function touched(stored: StoredMark | undefined, { sendId, phone, clock }: Send, lost: boolean): Record<string, Touch> {
  const former = stored && lastTouch(stored, stored.phone)
  const known = stored?.touches ?? (stored && former ? { [stored.phone]: former } : {})
  return { ...known, [phone]: { sendId, clock, lost } }
}

function keepLoser(card: AppliedChanges, change: MarkChange, send: Send): void {
  card.history.push(past(change, send, true))
  card.isChanged = true
}

/**
 * Typed by the same hand before its last touch, and come after it. Kept once; a full history may have let go of it
 * already, and cannot tell one that comes again from one that comes first: then it is not kept again.
 */
function keepOvertaken(card: AppliedChanges, change: MarkChange, send: Send): void {
  const isKnown = card.history.some(({ itemId, sendId }) => itemId === change.itemId && sendId === send.sendId)
  if (!isKnown && card.history.length < MOST_HISTORY) keepLoser(card, change, send)
}

function past({ itemId, mark, note, photos }: MarkChange, { at, phone, device, sendId }: Send, lost: boolean) {
  return { at, itemId, mark, note, photos, phone, device, sendId, lost }
}

function bounded({ marks, history }: MarkedCard): PastChange[] {
  const from = history.length - MOST_HISTORY
  return history.filter((entry, n) => n >= from || isOpen(entry, marks))
}

/** The loser of a conflict about which its phone has not chosen: one at most a mark and phone. */
function isOpen({ itemId, phone, sendId }: PastChange, marks: MarkedCard['marks']): boolean {
  const mark = own(marks, itemId)
  const last = mark && lastTouch(mark, phone)
  return last?.lost === true && last.sendId === sendId
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
