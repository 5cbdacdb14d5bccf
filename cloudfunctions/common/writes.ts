/**
 * Safe writes: compare-and-set for one document, a retried transaction for several. The platform's conflict texts
 * and error codes are translated here, once (docs/decisions/2026-11-24-house.md).
 */
import { failure } from '../../src/contract/errors'
import type { Database, Transaction } from './cloud'

/** Milliseconds. Below every function's time-out of 20 s, so that the caller hears from us and not from the platform. */
export const DEADLINE = 12_000
const CAS_ATTEMPTS = 12
const TRANSACTION_ATTEMPTS = 8

export interface Revised {
  _id: string
  revision: number
}

/**
 * Applies `change` to one document by compare-and-set on its revision, again when another write was faster.
 * `change` gets null where nothing is stored yet and returns the new document, or null to leave it as it is.
 * Two requests without conflict.
 */
export async function compareAndSet<T extends Revised>(
  db: Database,
  collection: string,
  id: string,
  change: (stored: T | null) => Omit<T, '_id' | 'revision'> | null,
): Promise<T | null> {
  const startedAt = Date.now()
  for (let attempt = 0; attempt < CAS_ATTEMPTS && Date.now() - startedAt < DEADLINE; attempt++) {
    if (attempt > 0) await pause(attempt, 20, 500)
    const stored = await read<T>(db, collection, id)
    const fields = change(stored)
    if (fields === null) return stored
    const revision = (stored?.revision ?? 0) + 1
    const written = { ...fields, _id: id, revision } as T
    if (stored ? await replaceAt(db, collection, stored, written) : await addOnce(db, collection, written))
      return written
  }
  throw failure('tryAgain', undefined, `compare-and-set on ${collection} lost ${CAS_ATTEMPTS} times`)
}

/** One document by id, or null. One request. */
export async function read<T>(db: Database, collection: string, id: string): Promise<T | null> {
  const answer = await db.collection(collection).doc(id).get()
  return (answer.data as T | undefined) ?? null
}

/** Adds a document whose id says what it is: false when it was there already. One request. */
export async function addOnce(db: Database, collection: string, doc: { _id: string }): Promise<boolean> {
  try {
    await db.collection(collection).add({ data: doc })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/**
 * Runs `work` in a transaction, at most 8 times with full jitter (50 ms doubling to 2 s) and a deadline.
 * The SDK's own retries at commit leave no pause, so fifty phones at once would starve (tried).
 * A Failure thrown inside rolls back and leaves as it is.
 */
export async function transact<R>(db: Database, work: (transaction: Transaction) => Promise<R>): Promise<R> {
  const startedAt = Date.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.runTransaction(work)
    } catch (error) {
      const mayRetry = isConflict(error) && attempt < TRANSACTION_ATTEMPTS && Date.now() - startedAt < DEADLINE
      if (!mayRetry) throw isConflict(error) ? failure('tryAgain', undefined, error) : error
      await pause(attempt, 50, 2_000)
    }
  }
}

async function replaceAt(db: Database, collection: string, stored: Revised, written: Revised): Promise<boolean> {
  const { _id, ...fields } = written
  // A plain nested object would be merged by dotted $set; _.set replaces the whole value.
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, db.command.set(value)]))
  const answer = await db.collection(collection).where({ _id: stored._id, revision: stored.revision }).update({ data })
  return answer.stats.updated === 1
}

function pause(attempt: number, base: number, cap: number): Promise<void> {
  const most = Math.min(cap, base * 2 ** attempt)
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most))
}

function textOf(error: unknown): string {
  const { errMsg, message, code } = (error ?? {}) as { errMsg?: string; message?: string; code?: string }
  return `${errMsg ?? ''} ${message ?? ''} ${code ?? ''}`
}

export function isConflict(error: unknown): boolean {
  return /TransactionConflict|WriteConflict|transaction[ _]conflict/i.test(textOf(error))
}

export function isDuplicate(error: unknown): boolean {
  return /DUPLICATE|duplicate key/i.test(textOf(error))
}
