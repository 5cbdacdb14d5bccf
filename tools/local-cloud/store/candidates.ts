/**
 * The documents that may match a query, in the order of their ids: by id, by an index, or all of them. A superset, of
 * which mingo decides, save where ids are all that is asked for. Read in batches, so that a query with a limit in the
 * order of `_id` stops early.
 */
import { type Index, indexName } from '../../../config/cloud-database'
import { type Doc, isPlainObject, type Value } from '../ejson'
import type { Documents, Stored } from './documents'
import { component, isIndexable, numberIn } from './index-keys'
import type { Sqlite } from './sqlite'

const BATCH = 500
/** More than these a part of an index's fields does not name one by one: sorting them for every page would cost more. */
const MOST_NAMED = 2_000

export interface Candidates {
  /** `ids`, the index's name, or `scan`. */
  by: string
  /** They are what was asked for, and no more. */
  isExact: boolean
  stored: Iterable<Stored>
}

export function candidates(documents: Documents, reader: Sqlite, coll: string, query: Doc): Candidates {
  const conditions = conjuncts(query)
  const ids = equalValues(conditions, '_id')
  if (ids) return { by: 'ids', isExact: asksForIdsAlone(query), stored: byIds(documents, reader, coll, ids) }
  const plan = bestIndex(documents.indexesOf(coll), conditions)
  const after = lowestId(conditions)
  const range = plan ? null : rangeIn(documents.indexesOf(coll), conditions)
  if (range) return { by: range.name, isExact: false, stored: byRange(reader, coll, range, after) }
  if (!plan) return { by: 'scan', isExact: false, stored: byScan(reader, coll, after) }
  return { by: plan.name, isExact: false, stored: byIndex(reader, coll, plan, after) }
}

interface Plan {
  name: string
  keys: string[]
  /** Whether the keys name all fields of the index, or only its first ones. */
  whole: boolean
}

/** `{a: 1, $and: [{b: 2}]}` → [{a: 1}, {b: 2}] */
function conjuncts(query: Doc): [string, Value][] {
  return Object.entries(query).flatMap(([field, condition]) =>
    field === '$and' && Array.isArray(condition)
      ? condition.flatMap((part) => (isPlainObject(part) ? conjuncts(part) : []))
      : [[field, condition] as [string, Value]],
  )
}

/** What a field must equal one of, where the query says so. */
function equalValues(conditions: [string, Value][], field: string): Value[] | null {
  for (const [name, condition] of conditions) {
    if (name !== field) continue
    const values = equals(condition)
    if (values?.every(isIndexable)) return values
  }
  return null
}

function asksForIdsAlone(query: Doc): boolean {
  const { _id, ...more } = query
  return Object.keys(more).length === 0 && (!isPlainObject(_id) || Object.keys(_id).length === 1)
}

function equals(condition: Value): Value[] | null {
  if (!isPlainObject(condition)) return [condition]
  if ('$eq' in condition) return [condition.$eq!]
  if (Array.isArray(condition.$in)) return condition.$in
  return Object.keys(condition).some((name) => name.startsWith('$')) ? null : [condition]
}

function bestIndex(indexes: readonly Index[], conditions: [string, Value][]): Plan | null {
  let best: Plan | null = null
  let mostFields = 0
  for (const index of indexes) {
    const values: Value[][] = []
    for (const field of index.fields) {
      const known = equalValues(conditions, field)
      if (!known) break
      values.push(known)
    }
    const keys = values.reduce<string[]>(
      (heads, tails) => heads.flatMap((head) => tails.map((tail) => head + component(tail))),
      [''],
    )
    if (values.length <= mostFields || keys.length > 1_000) continue
    mostFields = values.length
    best = { name: indexName(index), keys: [...new Set(keys)], whole: values.length === index.fields.length }
  }
  return best
}

interface Range {
  name: string
  mayHold(value: number): boolean
}

const ORDERED: Record<string, (value: number, than: number) => boolean> = {
  $lt: (value, than) => value < than,
  $lte: (value, than) => value <= than,
  $gt: (value, than) => value > than,
  $gte: (value, than) => value >= than,
}

/** Of an index by whose first field the query asks for numbers before or after one. */
function rangeIn(indexes: readonly Index[], conditions: [string, Value][]): Range | null {
  for (const index of indexes) {
    for (const [field, condition] of conditions) {
      if (field !== index.fields[0] || !isPlainObject(condition)) continue
      for (const [operator, than] of Object.entries(condition)) {
        const holds = ORDERED[operator]
        if (holds && typeof than === 'number') return { name: indexName(index), mayHold: (value) => holds(value, than) }
      }
    }
  }
  return null
}

/** Pages by `_id: _.gt(last)` need not read what lies before. */
function lowestId(conditions: [string, Value][]): string {
  for (const [name, condition] of conditions)
    if (name === '_id' && isPlainObject(condition) && typeof condition.$gt === 'string') return condition.$gt
  return ''
}

function* byIds(documents: Documents, reader: Sqlite, coll: string, ids: Value[]): Iterable<Stored> {
  if (ids.length === 1) {
    const [id] = ids
    const stored = typeof id === 'string' ? documents.read(reader, coll, id) : undefined
    if (stored) yield stored
    return
  }
  yield* named(reader, coll, new Set(ids.filter((id) => typeof id === 'string')))
}

/** Many by name: one statement for a batch of them is a tenth of the work of one for each. */
function* named(reader: Sqlite, coll: string, ids: ReadonlySet<string>): Iterable<Stored> {
  const inOrder = [...ids].sort()
  for (let from = 0; from < inOrder.length; from += BATCH)
    yield* reader.all<Stored>(
      `SELECT id, ver, doc AS text FROM docs
       WHERE coll = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
      coll,
      JSON.stringify(inOrder.slice(from, from + BATCH)),
    )
}

function* byScan(reader: Sqlite, coll: string, after: string): Iterable<Stored> {
  yield* batches(after, (last) =>
    reader.all<Stored>(
      'SELECT id, ver, doc AS text FROM docs WHERE coll = ? AND id > ? ORDER BY id LIMIT ?',
      coll,
      last,
      BATCH,
    ),
  )
}

function* byIndex(reader: Sqlite, coll: string, { name, keys, whole }: Plan, after: string): Iterable<Stored> {
  if (whole && keys.length === 1) {
    yield* batches(after, (last) =>
      reader.all<Stored>(
        `SELECT docs.id AS id, ver, doc AS text FROM keys JOIN docs ON docs.coll = keys.coll AND docs.id = keys.id
         WHERE keys.coll = ? AND name = ? AND key = ? AND keys.id > ? ORDER BY keys.id LIMIT ?`,
        coll,
        name,
        keys[0]!,
        last,
        BATCH,
      ),
    )
    return
  }
  const ids = new Set<string>()
  for (const key of keys)
    for (const row of reader.all<{ id: string }>(
      'SELECT id FROM keys WHERE coll = ? AND name = ? AND key >= ? AND key < ? AND id > ? LIMIT ?',
      coll,
      name,
      key,
      whole ? `${key}\u0001` : `${key}\u{10FFFF}`,
      after,
      MOST_NAMED + 1,
    ))
      ids.add(row.id)
  if (ids.size > MOST_NAMED) {
    yield* byScan(reader, coll, after)
    return
  }
  yield* named(reader, coll, ids)
}

/** Keys are not in the order of numbers: the numbers among them are looked through, the documents only where they fit. */
function* byRange(reader: Sqlite, coll: string, { name, mayHold }: Range, after: string): Iterable<Stored> {
  const ids = new Set<string>()
  const keys = reader.all<{ id: string; key: string }>(
    'SELECT id, key FROM keys WHERE coll = ? AND name = ? AND key >= ? AND key < ? AND id > ?',
    coll,
    name,
    '"d',
    '"e',
    after,
  )
  for (const { id, key } of keys) if (mayHold(numberIn(key))) ids.add(id)
  yield* named(reader, coll, ids)
}

function* batches(after: string, next: (last: string) => Stored[]): Iterable<Stored> {
  let last = after
  for (;;) {
    const rows = next(last)
    yield* rows
    if (rows.length < BATCH) return
    last = rows[rows.length - 1]!.id
  }
}
