/** `add()`: one document or several; ids are made here where none is given. */
import { randomBytes } from 'node:crypto'
import {
  type Body,
  collectionOf,
  type Database,
  findOne,
  inTransaction,
  transactionOf,
  whenUnlocked,
} from '../database'
import { type Doc, fromWire, isPlainObject, type Value } from '../ejson'
import { checkStorable } from '../mongo/update'
import { duplicate, invalid } from '../refusal'

export async function insertDocument(database: Database, body: Body) {
  const coll = collectionOf(body)
  database.documents.indexesOf(coll)
  const docs = documentsOf(body.data)
  const insertedIds = docs.map((doc) => doc._id as string)
  const transactionId = transactionOf(body)
  if (transactionId !== undefined)
    inTransaction(database, transactionId, () => {
      for (const doc of docs) {
        refuseTwin(coll, doc, findOne(database, coll, doc._id as string, transactionId))
        database.transactions.stage(transactionId, coll, doc._id as string, doc)
      }
    })
  else
    await whenUnlocked(
      database,
      coll,
      () => insertedIds.map((id) => ({ id })),
      () => insertAll(database, coll, docs),
    )
  return { data: { insertedIds } }
}

/** All or none, unlike MongoDB, which keeps those before the first duplicate. */
export function insertAll({ documents }: Pick<Database, 'documents'>, coll: string, docs: Doc[]): void {
  documents.atomically(() => {
    for (const doc of docs) {
      const id = doc._id as string
      refuseTwin(coll, doc, documents.read(documents.writer, coll, id) ?? null)
      documents.put(coll, id, doc)
    }
  })
}

/** A document ready to be stored: checked, with an id in front. */
export function storable(value: Value): Doc {
  if (!isPlainObject(value)) throw invalid('a document must be an object')
  checkStorable(value)
  const { _id = randomBytes(16).toString('hex'), ...fields } = value
  if (typeof _id !== 'string' || _id === '' || _id.includes('\u0000')) throw invalid('_id must be a text')
  return { _id, ...fields }
}

function documentsOf(data: unknown): Doc[] {
  if (!Array.isArray(data) || data.length === 0) throw invalid('data must list documents')
  const now = Date.now()
  return data.map((text) => storable(fromWire(typeof text === 'string' ? text : JSON.stringify(text), now)))
}

function refuseTwin(coll: string, doc: Doc, twin: unknown): void {
  if (twin) throw duplicate(coll, '_id_', String(doc._id))
}
