/** A finding, a highlight or a deduction as this phone keeps it: facts only, where it is kept stands in record-store.ts. */
import type { FindingCategory, RingedPhoto } from '../contract/scoring'
import { isObject } from './outbox/item'

export type RecordKind = 'finding' | 'highlight' | 'deduction'
export type StoredRecord = {
  kind: RecordKind
  id: string
  roundId: string
  villageId: string
  category?: FindingCategory
  itemId?: string | null
  occurrences?: number
  text: string
  photos: RingedPhoto[]
  at: number
  /** Goes up with each edit. */
  version: number
  /** The phone on which this version was typed; empty until it first sets out. */
  phone: string
  /** What the server has; 0: nothing yet. */
  sentVersion: number
  late: boolean
}

/** Each version is a send of its own; made again from the record after a kill, it is the same one. */
export function sendIdOf({ id, phone, version }: Pick<StoredRecord, 'id' | 'phone' | 'version'>): string {
  return `${id.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 21)}-${phone.slice(0, 4)}${version}`
}

export function isRecord(value: unknown): value is StoredRecord {
  if (!isObject(value)) return false
  const { kind, id, roundId, villageId, text, photos, at, version, phone, sentVersion } = value
  return (
    (kind === 'finding' || kind === 'highlight' || kind === 'deduction') &&
    [id, roundId, villageId, text, phone].every((part) => typeof part === 'string') &&
    [at, version, sentVersion].every((part) => typeof part === 'number') &&
    Array.isArray(photos)
  )
}
