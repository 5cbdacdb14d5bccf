import type { Database } from '../cloud'

/** Sources differ on whether a function may get 100 or 1000 documents at once; paging by `_id` is right under both. */
const PAGE = 1000
/** A page of fewer is the last one under both. */
const SMALLEST_PAGE = 100

/**
 * All documents of a query, page by page in the order of `_id`, until a page that must be the last one. Requests: one for
 * fewer than a hundred; where a page holds a thousand, ⌊n / 1000⌋ + 1, and one more where the rest is a hundred or more.
 */
export async function everyPage<T extends { _id: string }>(
  db: Database,
  collection: string,
  where: Record<string, unknown>,
  visit: (page: T[]) => void | Promise<void>,
  fields?: readonly string[],
): Promise<void> {
  let last: string | null = null
  for (;;) {
    const query = last === null ? where : { ...where, _id: db.command.gt(last) }
    const found = projected(db.collection(collection).where(query), fields).orderBy('_id', 'asc').limit(PAGE)
    const page = (await found.get()).data as T[]
    if (page.length === 0) return
    await visit(page)
    if (page.length < SMALLEST_PAGE) return
    last = page[page.length - 1]!._id
  }
}

/** As everyPage, gathered. */
export async function all<T extends { _id: string }>(
  db: Database,
  collection: string,
  where: Record<string, unknown>,
  fields?: readonly string[],
): Promise<T[]> {
  const found: T[] = []
  await everyPage<T>(
    db,
    collection,
    where,
    (page) => {
      found.push(...page)
    },
    fields,
  )
  return found
}

/** One page that is known to hold everything: one request. `most` is the greatest count that can exist. */
export async function few<T>(
  db: Database,
  collection: string,
  where: Record<string, unknown>,
  most: number,
  fields?: readonly string[],
): Promise<T[]> {
  const answer = await projected(db.collection(collection).where(where), fields).limit(most).get()
  return answer.data as T[]
}

type Query = ReturnType<ReturnType<Database['collection']>['where']>

/** Only these fields and `_id`, or all. */
function projected(query: Query, fields?: readonly string[]): Pick<Query, 'orderBy' | 'limit'> {
  return fields ? query.field(Object.fromEntries(fields.map((name) => [name, true]))) : query
}

/** What one call removes at most: 40 times two requests, so that no call nears its time-out however many there are. */
export const MOST_REMOVED = 20_000
const REMOVED_AT_ONCE = 500

/**
 * Removes a query's documents by id, at most MOST_REMOVED; false: there may be more, which another call removes. Never
 * `remove()` without where, which would empty the collection.
 */
export async function removeMany(db: Database, collection: string, where: Record<string, unknown>): Promise<boolean> {
  for (let removed = 0; removed < MOST_REMOVED; removed += REMOVED_AT_ONCE) {
    const answer = await db.collection(collection).where(where).field({ _id: true }).limit(REMOVED_AT_ONCE).get()
    const ids = (answer.data as { _id: string }[]).map((doc) => doc._id)
    if (ids.length === 0) return true
    await db
      .collection(collection)
      .where({ _id: db.command.in(ids) })
      .remove()
  }
  return false
}

/** All of a query's documents in one call, of which there are a few thousand at most. */
export async function removeWhole(db: Database, collection: string, where: Record<string, unknown>): Promise<void> {
  while (!(await removeMany(db, collection, where)));
}

/** Removes documents by id, a hundred a request. */
export async function removeByIds(db: Database, collection: string, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 100) {
    await db
      .collection(collection)
      .where({ _id: db.command.in(ids.slice(from, from + 100)) })
      .remove()
  }
}
