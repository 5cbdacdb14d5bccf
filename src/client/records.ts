/** Findings, highlights and deductions for pages: on this phone before anything is sent, and to be read there at once. */
import type { ErrorCode } from '../contract/errors'
import { type StoredRecord, sendIdOf } from './kept-record'
import { forget, keep, readKept } from './kept-values'
import { sendSoon } from './outbox'
import { addItem, itemById, items, removeItem } from './outbox/store'
import { thisPhone } from './phone'
import { dropPhoto } from './photos'
import { putRecord, recordById, storedRecords } from './record-store'
import { newSendId } from './send-id'
import { typedAt } from './typed-at'

export type KeptRecord = Pick<
  StoredRecord,
  'kind' | 'id' | 'roundId' | 'villageId' | 'category' | 'itemId' | 'occurrences' | 'text' | 'photos' | 'at'
> & {
  state: 'waiting' | 'uploaded' | 'late' | 'refused'
  refused: { code: ErrorCode; problem: string } | null
}

export function recordsOf(roundId: string, villageId: string): KeptRecord[] {
  return recordsOfRound(roundId).filter((record) => record.villageId === villageId)
}

/** In the order in which they were typed: storage's own order is that of random ids, another after a kill. */
export function recordsOfRound(roundId: string): KeptRecord[] {
  return storedRecords()
    .filter((record) => record.roundId === roundId)
    .sort((a, b) => a.at - b.at)
    .map(asShown)
}

/** New, or edited (the same id). A deduction that has reached the server is not edited any more. */
export function keepRecord(record: Omit<KeptRecord, 'state' | 'refused' | 'at'>): void {
  const former = recordById(record.id)
  if (former?.kind === 'deduction' && former.sentVersion > 0) return
  const { version = 0, sentVersion = 0, late = false } = former ?? {}
  putRecord({ ...record, at: typedAt(), version: version + 1, phone: '', sentVersion, late })
  for (const { id } of former?.photos ?? []) dropPhoto(id)
  sendSoon()
}

export function newRecordId(): Promise<string> {
  return newSendId()
}

export async function confirmDeduction(roundId: string, villageId: string, deductionId: string): Promise<void> {
  const { phone } = await thisPhone()
  const sendId = await newSendId()
  if (confirmationsThatWait(roundId).includes(deductionId)) return
  const at = typedAt()
  const payload = { roundId, villageId, sendId, phone, at, deductionId }
  addItem({ id: sendId, action: 'confirmDeduction', payload, since: at })
  // Refused before, pressed again: this one speaks for both.
  for (const item of items()) {
    if (item.action === 'confirmDeduction' && item.payload.deductionId === deductionId && item.refused) removeItem(item)
  }
  sendSoon()
}

/** Ids of deductions that were confirmed on this phone and that the server has not heard of. */
export function confirmationsThatWait(roundId: string): string[] {
  return items().flatMap(({ action, payload, refused }) => {
    if (action !== 'confirmDeduction' || refused || payload.roundId !== roundId) return []
    return [payload.deductionId]
  })
}

const formKey = (key: string) => `form/${key}`

/** A half-typed form, for a killed app. */
export function keepFormDraft(key: string, form: unknown): void {
  keep(formKey(key), form)
}

export function formDraft(key: string): unknown {
  return readKept(formKey(key))
}

export function dropFormDraft(key: string): void {
  forget(formKey(key))
}

function asShown(record: StoredRecord): KeptRecord {
  const { version: _, phone, sentVersion, late, ...shown } = record
  if (sentVersion >= record.version) return { ...shown, state: late ? 'late' : 'uploaded', refused: null }
  const refused = (phone !== '' && itemById(sendIdOf(record))?.refused) || null
  return { ...shown, state: refused ? 'refused' : 'waiting', refused }
}
