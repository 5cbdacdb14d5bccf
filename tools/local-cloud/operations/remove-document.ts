/** `doc().remove()` and `where().remove()`; never without where, which empties the collection on the platform. */
import {
  type Body,
  collectionOf,
  type Database,
  findAll,
  inTransaction,
  objectOf,
  transactionOf,
  whenUnlocked,
} from '../database'
import { damaging } from '../refusal'

export async function removeDocument(database: Database, body: Body) {
  const coll = collectionOf(body)
  const query = objectOf(body, 'query')
  if (!query || Object.keys(query).length === 0)
    throw damaging('remove() without where removes every document of the collection')
  const transactionId = transactionOf(body)
  const targets = () => findAll(database, coll, query, transactionId, body.multi === false ? 1 : Infinity)

  if (transactionId !== undefined)
    return inTransaction(database, transactionId, () => {
      const found = targets()
      for (const { id } of found) database.transactions.stage(transactionId, coll, id, null)
      return { data: { deleted: found.length } }
    })
  return whenUnlocked(database, coll, targets, (found) => {
    database.documents.atomically(() => {
      for (const { id } of found) database.documents.remove(coll, id)
    })
    if (found.length > 0) database.whenRemoved()
    return { data: { deleted: found.length } }
  })
}
