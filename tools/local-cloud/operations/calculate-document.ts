/** `where().count()`. */
import { type Body, collectionOf, type Database, findAll, objectOf } from '../database'

export function calculateDocument(database: Database, body: Body) {
  return { data: { total: findAll(database, collectionOf(body), objectOf(body, 'query') ?? {}).length } }
}
