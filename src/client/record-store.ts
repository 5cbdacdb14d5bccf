/** Findings, highlights and deductions recorded on this phone, one storage key each. Pages use records.ts. */
import { tell } from './kept-changes'
import { isRecord, type StoredRecord } from './kept-record'
import { forget, keep, keptValues } from './kept-values'

const PREFIX = 'rec/'
const keyOf = ({ roundId, id }: Pick<StoredRecord, 'roundId' | 'id'>) => `${PREFIX}${roundId}/${id}`

let kept: Map<string, StoredRecord> | undefined

export function storedRecords(): StoredRecord[] {
  return [...all().values()]
}

export function recordById(id: string): StoredRecord | undefined {
  return all().get(id)
}

/** Kept when this returns. */
export function putRecord(record: StoredRecord): void {
  all().set(record.id, record)
  keep(keyOf(record), record)
  tell()
}

export function forgetRecord(record: StoredRecord): void {
  all().delete(record.id)
  forget(keyOf(record))
}

function all(): Map<string, StoredRecord> {
  kept ??= new Map(keptValues(PREFIX, isRecord).map(([, record]) => [record.id, record]))
  return kept
}
