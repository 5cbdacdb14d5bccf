/**
 * `update()` (merge) and `set()` (replace, created where absent). `updated` counts the documents that changed; what
 * the platform answers where nothing changed is still to be asked (probe function), so compare-and-set always bumps
 * its revision.
 */
import {
  type Body,
  collectionOf,
  type Database,
  type Found,
  findAll,
  inTransaction,
  objectOf,
  transactionOf,
  whenUnlocked,
} from '../database'
import { type Doc, toStore } from '../ejson'
import { applyUpdate, checkUpdate } from '../mongo/update'
import { damaging, invalid } from '../refusal'
import { storable } from './insert-document'

export async function modifyDocument(database: Database, body: Body) {
  const coll = collectionOf(body)
  database.documents.indexesOf(coll)
  const query = objectOf(body, 'query') ?? {}
  const data = objectOf(body, 'data') ?? {}
  const replaces = body.merge === false
  if (replaces) refuseOperators(data)
  else checkUpdate(data)
  if (body.multi === true && Object.keys(query).length === 0)
    throw damaging('update() without where would change every document of the collection')

  const transactionId = transactionOf(body)
  const targets = () => findAll(database, coll, query, transactionId, body.multi === true ? Infinity : 1)
  const write = (found: Found[]) => (replaces ? replace(found, query, data) : merge(found, query, data))

  if (transactionId !== undefined)
    return inTransaction(database, transactionId, () => {
      const { changed, answer } = write(targets())
      for (const doc of changed) database.transactions.stage(transactionId, coll, doc._id as string, doc)
      return answer
    })
  let found: Found[] = []
  return whenUnlocked(
    database,
    coll,
    () => {
      found = targets()
      // An absent document may be under creation by a transaction.
      return replaces && found.length === 0 && typeof query._id === 'string' ? [{ id: query._id }] : found
    },
    () => {
      const { changed, answer } = write(found)
      if (changed.length > 0)
        database.documents.atomically(() => {
          for (const doc of changed) database.documents.put(coll, doc._id as string, doc)
        })
      return answer
    },
  )
}

function merge(found: Found[], query: Doc, change: Doc) {
  const changed = found
    .map(({ text, doc }) => ({ before: text, doc, touched: applyUpdate(doc, change, query) }))
    .filter(({ before, doc, touched }) => touched && toStore(doc) !== before)
    .map(({ doc }) => doc)
  return { changed, answer: { data: { updated: changed.length, upsert_id: null } } }
}

function replace([former]: Found[], query: Doc, fields: Doc) {
  const id = former?.id ?? query._id
  if (typeof id !== 'string') throw invalid('set() needs a document id')
  const doc = storable({ ...fields, _id: id })
  return { changed: [doc], answer: { data: { updated: former ? 1 : 0, upsert_id: former ? null : id } } }
}

function refuseOperators(data: Doc): void {
  if (Object.keys(data).some((name) => name.startsWith('$'))) throw invalid('set() takes a document, not operators')
}
