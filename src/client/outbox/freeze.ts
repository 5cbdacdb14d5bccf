/**
 * What waits on this phone is made into sends: each with its id and exactly what goes out, kept before it is sent, so
 * that the same id is never said of two things. What is made here can be made again after a kill.
 */
import { differs } from '../../domain/mark-changes'
import { hasConflict, keptMark, type SeenMarks, type SentChange, type StoredCard, waitingChanges } from '../kept-card'
import { type StoredRecord, sendIdOf } from '../kept-record'
import type { Phone } from '../phone'
import { photoOwners, storedPhotos } from '../photo-store'
import { putRecord, storedRecords } from '../record-store'
import { cardOf, storedCards } from '../scorecard-store'
import { newSendId } from '../send-id'
import { arrivalsThatWait } from '../today'
import { typedAt } from '../typed-at'
import { cardLane, type Item, type ItemOf, laneOf, type NewItem } from './item'
import { addItem, itemById, itemsOfLane, removeItem } from './store'

/** `everything`: also what may go only after something that is still on its way (for an export). */
export async function freezeWhatWaits(me: Phone, { everything = false } = {}): Promise<void> {
  for (const { roundId, villageId, arrival } of arrivalsThatWait()) {
    const id = `arrive/${roundId}/${villageId}`
    addItem({ id, action: 'arrive', payload: { roundId, villageId, at: arrival.at }, since: arrival.at })
  }
  for (const card of storedCards()) if (everything || !isSaveUnderWay(card)) await freezeMarks(card, me)
  for (const record of storedRecords()) freezeRecord(record, me)
  freezePhotos()
}

/** Marks of this card that are in no send yet, as one send of their own. */
export async function freezeMarks({ roundId, villageId }: StoredCard, { phone, device }: Phone): Promise<void> {
  if (unfrozen(roundId, villageId).length === 0) return dropOverhauled(roundId, villageId)
  const sendId = await newSendId()
  // Something may have been typed while the id was made.
  const changes = unfrozen(roundId, villageId)
  const refused = ownSaves(roundId, villageId).filter(({ refused }) => refused)
  if (changes.length === 0 || refused.some(({ payload }) => isSame(payload.changes, changes))) return
  const times = changes.map(({ itemId }) => keptMark(cardOf(roundId, villageId), itemId).at)
  const payload = { roundId, villageId, sendId, phone, device, at: Math.max(...times), changes }
  addItem({ id: sendId, action: 'saveMarks', payload, since: Math.min(...times) })
  dropOverhauled(roundId, villageId)
}

/** 提交: what was typed goes before it, and what is submitted is what was seen. */
export async function freezeSubmission(
  card: StoredCard,
  seen: SeenMarks,
  seconds: number,
  { phone, device }: Phone,
): Promise<void> {
  const { roundId, villageId } = card
  const sendId = await newSendId()
  await freezeMarks(card, { phone, device })
  const at = typedAt()
  const payload = { roundId, villageId, sendId, phone, device, at, seconds, marks: seen }
  addItem({ id: sendId, action: 'submit', payload, since: at })
  // One that never set out, or was refused, is replaced by this one.
  for (const item of submissions(roundId, villageId)) {
    if (item.id !== sendId && !item.imported && (item.refused || item.tries === 0)) removeItem(item)
  }
}

/** The person decides first: what was pressed before they knew of the other value is off. */
export function dropSubmissions(roundId: string, villageId: string): void {
  for (const item of submissions(roundId, villageId)) if (!item.imported) removeItem(item)
}

/** After a kill between the two writes. */
export function dropUndecidedSubmissions(): void {
  for (const card of storedCards()) if (hasConflict(card)) dropSubmissions(card.roundId, card.villageId)
}

/** Marks that wait and are in no send that may still succeed. */
function unfrozen(roundId: string, villageId: string): SentChange[] {
  const live = ownSaves(roundId, villageId).filter(({ refused }) => !refused)
  return waitingChanges(cardOf(roundId, villageId)).filter((change) => !isIn(live, change))
}

/** How many marks wait that no send holds, refused ones included: just typed, or to be decided. */
export function marksInNoSend({ roundId, villageId, marks }: StoredCard): number {
  const sends = ownSaves(roundId, villageId)
  return Object.entries(marks).filter(([itemId, mark]) => mark.waits && !isIn(sends, { itemId, ...mark })).length
}

function isIn(sends: readonly ItemOf<'saveMarks'>[], change: SentChange): boolean {
  const last = sends.flatMap(({ payload }) => payload.changes.filter(({ itemId }) => itemId === change.itemId)).pop()
  return last !== undefined && !differs(last, change)
}

/** A refused send whose marks are all in a later one, or are settled: it has nothing left to say. */
function dropOverhauled(roundId: string, villageId: string): void {
  const waiting = unfrozen(roundId, villageId)
  for (const item of ownSaves(roundId, villageId)) {
    const isMoot = !item.payload.changes.some((change) => waiting.some((still) => isSame([still], [change])))
    if (item.refused && isMoot) removeItem(item)
  }
}

function freezeRecord(record: StoredRecord, { phone }: Phone): void {
  if (record.sentVersion >= record.version) return
  const mine = record.phone === '' ? { ...record, phone } : record
  if (mine !== record) putRecord(mine)
  const made = recordItem(mine)
  addItem(made)
  // An earlier version that never set out, or was refused, is replaced by this one.
  for (const item of itemsOfLane(laneOf(made))) {
    if (item.id !== made.id && !item.imported && (item.refused || item.tries === 0)) removeItem(item)
  }
}

function recordItem(record: StoredRecord): NewItem {
  const { id, roundId, villageId, phone, at, text, photos, kind } = record
  const sendId = sendIdOf(record)
  const sent = { roundId, villageId, sendId, phone, at, text }
  const ids = photos.map((photo) => photo.id)
  const itemId = record.itemId ?? null
  switch (kind) {
    case 'finding': {
      const payload = { ...sent, findingId: id, category: record.category ?? 'other', photos }
      return { id: sendId, action: 'finding', since: at, payload }
    }
    case 'highlight':
      return { id: sendId, action: 'highlight', since: at, payload: { ...sent, highlightId: id, itemId, photos: ids } }
    case 'deduction': {
      const what = { deductionId: id, itemId: itemId ?? '', occurrences: record.occurrences ?? 1 }
      return { id: sendId, action: 'deduct', since: at, payload: { ...sent, ...what, photos: ids } }
    }
  }
}

/** Photos that something names. */
function freezePhotos(): void {
  const waiting = storedPhotos().filter(({ id, state }) => state === 'kept' && !itemById(id))
  if (waiting.length === 0) return
  const owners = photoOwners()
  for (const { id, at } of waiting) {
    const owner = owners.get(id)
    if (owner) addItem({ id, action: 'photo', payload: { ...owner, photoId: id, uploaded: null }, since: at })
  }
}

function isSaveUnderWay({ roundId, villageId }: StoredCard): boolean {
  return ownSaves(roundId, villageId).some(({ refused }) => !refused)
}

function ownSaves(roundId: string, villageId: string): ItemOf<'saveMarks'>[] {
  return itemsOfLane(cardLane(roundId, villageId)).filter(
    (item): item is ItemOf<'saveMarks'> => item.action === 'saveMarks' && !item.imported,
  )
}

function submissions(roundId: string, villageId: string): Item[] {
  return itemsOfLane(cardLane(roundId, villageId)).filter(({ action }) => action === 'submit')
}

function isSame(a: readonly SentChange[], b: readonly SentChange[]): boolean {
  return (
    a.length === b.length &&
    a.every((one) => b.some((other) => one.itemId === other.itemId && one.base === other.base && !differs(one, other)))
  )
}
