/** Collections are declared in config/cloud-database.ts and deployed from there; code that makes its own is refused. */
import { type Body, collectionOf, type Database } from '../database'
import { Refusal } from '../refusal'

export function addCollection({ documents }: Database, body: Body): never {
  const coll = collectionOf(body)
  documents.indexesOf(coll)
  throw new Refusal('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${coll}`)
}
