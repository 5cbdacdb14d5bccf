/** `collection.get()`, `doc().get()`, also inside a transaction. Documents leave as relaxed EJSON, which the SDK reads. */
import { type Body, collectionOf, type Database, find, objectOf, transactionOf } from '../database'
import { invalid, Refusal } from '../refusal'

export function getDocument(database: Database, body: Body) {
  const { limits } = database
  const offset = countOf(body.offset, 0, 'offset')
  // The SDK sends 100 where no limit was asked for, and at most 1 000.
  const limit = Math.min(countOf(body.limit, limits.rows, 'limit'), limits.rows)
  const list = find(
    database,
    collectionOf(body),
    objectOf(body, 'query') ?? {},
    { sort: objectOf(body, 'order'), skip: offset, limit, projection: objectOf(body, 'projection') },
    transactionOf(body),
  )
  if (list.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0) > limits.databaseAnswerBytes)
    throw new Refusal('DATABASE_QUERY_SIZE_EXCEED_LIMIT', 'the answer is larger than the database may give')
  return { data: { list, limit, offset } }
}

function countOf(value: unknown, otherwise: number, name: string): number {
  if (value === undefined || value === null) return otherwise
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalid(`${name} must be a count`)
  return value
}
