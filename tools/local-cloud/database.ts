/** What the operations on documents share: reading through a transaction or not, and writing when no lock is held. */

import { type Doc, fromStore, fromWire, isPlainObject, toStore } from './ejson'
import type { Limits } from './limits'
import { arrange, matcher } from './mongo/query'
import { invalid } from './refusal'
import { candidates } from './store/candidates'
import type { Documents } from './store/documents'
import type { Transactions } from './transactions'

export interface Database {
  documents: Documents
  transactions: Transactions
  limits: Limits
  /** Something was removed: the log is to be cut, so that no byte of it is left. */
  whenRemoved(): void
  /** A request looked for documents: by what, and how many it had to look at. */
  whenLooked?(collection: string, by: string, documents: number): void
}

export type Body = Record<string, unknown>

export interface Found {
  id: string
  /** One's own, to change. */
  doc: Doc
  /** As it stands in the store. */
  text: string
}

export interface Finding {
  sort?: Doc | null
  skip?: number
  limit?: number
  projection?: Doc | null
}

/** Every document that matches, in the order of ids; a transaction's staged writes lie over its snapshot. */
export function findAll(
  database: Database,
  coll: string,
  query: Doc,
  transactionId?: string,
  enough = Infinity,
): Found[] {
  const { documents, transactions } = database
  documents.indexesOf(coll)
  const transaction = transactionId === undefined ? null : transactions.get(transactionId)
  const reader = transaction?.snapshot.reader ?? documents.writer
  const staged = transaction?.staged.get(coll)
  const { matches } = matcher(query)
  const found: Found[] = []
  const { by, isExact, stored } = candidates(documents, reader, coll, query)
  let looked = 0
  for (const { id, text } of stored) {
    looked += 1
    if (staged?.has(id)) continue
    const one = readWhenAsked(id, text)
    if (!isExact && !matches(one.doc)) continue
    found.push(one)
    if (!staged && found.length >= enough) break
  }
  database.whenLooked?.(coll, by, looked)
  for (const [id, doc] of staged ?? []) if (doc && matches(doc)) found.push(readWhenAsked(id, toStore(doc)))
  return staged ? found.sort((a, b) => (a.id < b.id ? -1 : 1)) : found
}

/** Who removes, counts or hands on documents as they stand need not read them. */
function readWhenAsked(id: string, text: string): Found {
  let doc: Doc | null = null
  return {
    id,
    text,
    get doc() {
      doc ??= fromStore(text)
      return doc
    },
  }
}

/** The answer of a `get`, as texts of the store. In the order of `_id` (or none) it stops as soon as it has enough. */
export function find(
  database: Database,
  coll: string,
  query: Doc,
  { sort = null, skip = 0, limit = Infinity, projection = null }: Finding,
  transactionId?: string,
): string[] {
  const byId = sort === null || JSON.stringify(sort) === '{"_id":1}'
  const found = findAll(database, coll, query, transactionId, byId ? skip + limit : Infinity)
  if (byId && !projection) return found.slice(skip, skip + limit).map(({ text }) => text)
  const docs = found.map(({ doc }) => doc)
  return arrange(docs, byId ? null : sort, skip, Math.min(limit, docs.length), projection).map(toStore)
}

export function findOne(database: Database, coll: string, id: string, transactionId?: string): Doc | null {
  return findAll(database, coll, { _id: id }, transactionId)[0]?.doc ?? null
}

/**
 * Runs a plain write as soon as no transaction holds one of its documents. `targets` is asked again after every wait,
 * because the documents may have changed meanwhile.
 */
export async function whenUnlocked<Target extends { id: string }, T>(
  { transactions }: Database,
  coll: string,
  targets: () => Target[],
  write: (targets: Target[]) => T,
): Promise<T> {
  for (;;) {
    const found = targets()
    if (!found.some(({ id }) => transactions.isLocked(coll, id))) return write(found)
    await transactions.nextEnd()
  }
}

/** A write inside a transaction: whatever goes wrong aborts it, as MongoDB does. */
export function inTransaction<T>({ transactions }: Database, transactionId: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    transactions.abort(transactionId)
    throw error
  }
}

export function collectionOf(body: Body): string {
  if (typeof body.collectionName !== 'string') throw invalid('collectionName is missing')
  return body.collectionName
}

export function transactionOf(body: Body): string | undefined {
  return typeof body.transactionId === 'string' && body.transactionId !== '' ? body.transactionId : undefined
}

/** An EJSON object in a field of the request, or null where it is absent or empty. */
export function objectOf(body: Body, field: string): Doc | null {
  const text = body[field]
  if (text === undefined || text === null || text === '') return null
  const value = fromWire(typeof text === 'string' ? text : JSON.stringify(text), Date.now())
  if (!isPlainObject(value)) throw invalid(`${field} must be an object`)
  return value
}
