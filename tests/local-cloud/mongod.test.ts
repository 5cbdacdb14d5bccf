/**
 * The SDK's requests, translated for MongoDB's driver. No mongod can be had here, so a driver made of mingo, as it comes
 * and with nothing mended, stands in for one: the translation is right if the suite finds mingo's own faults and no other.
 */

import { Query, update } from 'mingo'
import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as pipelines from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { BSON } from 'mongodb'
import { askThrough, type Mongo, type MongoCollection, translated } from '../../tools/conformance/targets/mongod'

type Doc = { _id: unknown; [field: string]: unknown }

describe('each request is one command, with its types', () => {
  const commands: unknown[] = []
  const cursor = { toArray: async () => [{ _id: 'a', n: new BSON.Int32(1), at: new Date(7) }] }
  const told =
    (name: string, answer: unknown) =>
    (...words: unknown[]) => {
      commands.push([name, ...words])
      return answer
    }
  const collection = {
    find: told('find', cursor),
    aggregate: told('aggregate', cursor),
    countDocuments: told('countDocuments', Promise.resolve(3)),
    insertMany: told('insertMany', Promise.resolve({ insertedIds: { 0: 'x', 1: 'y' } })),
    updateMany: told('updateMany', Promise.resolve({ modifiedCount: 2 })),
    updateOne: told('updateOne', Promise.resolve({ modifiedCount: 1 })),
    replaceOne: told('replaceOne', Promise.resolve({ modifiedCount: 0, upsertedId: 'q' })),
    deleteMany: told('deleteMany', Promise.resolve({ deletedCount: 2 })),
    deleteOne: told('deleteOne', Promise.resolve({ deletedCount: 1 })),
  } as unknown as MongoCollection
  const mongo: Mongo = { collection: () => collection }
  const ask = async (action: string, body: object) => {
    commands.length = 0
    const answer = await translated(mongo, { action: `database.${action}`, collectionName: 'things', ...body })
    return { answer, command: commands[0] }
  }
  const one = new BSON.Int32(1)

  test('get', async () => {
    const body = { query: '{"n":{"$numberInt":"1"}}', order: '{"n":{"$numberInt":"-1"}}', offset: 2, limit: 5 }
    const { answer, command } = await ask('getDocument', { ...body, projection: '{"n":{"$numberInt":"1"}}' })
    expect(command).toEqual([
      'find',
      { n: one },
      { sort: { n: new BSON.Int32(-1) }, projection: { n: one }, skip: 2, limit: 5 },
    ])
    const list = ['{"_id":"a","n":{"$numberInt":"1"},"at":{"$date":{"$numberLong":"7"}}}']
    expect(answer).toEqual({ data: { list, limit: 5, offset: 2 } })
    expect((await ask('getDocument', {})).command).toEqual(['find', {}, {}])
  })

  test('count, add, remove', async () => {
    expect((await ask('calculateDocument', { query: '{}' })).answer).toEqual({ data: { total: 3 } })
    const added = await ask('insertDocument', { data: ['{"_id":"x","v":{"$numberDouble":"1.5"}}', '{"_id":"y"}'] })
    expect(added.command).toEqual(['insertMany', [{ _id: 'x', v: new BSON.Double(1.5) }, { _id: 'y' }]])
    expect(added.answer).toEqual({ data: { insertedIds: ['x', 'y'] } })
    expect((await ask('removeDocument', { query: '{"_id":"a"}', multi: false })).command).toEqual([
      'deleteOne',
      { _id: 'a' },
    ])
    expect((await ask('removeDocument', { query: '{"k":null}', multi: true })).command).toEqual([
      'deleteMany',
      { k: null },
    ])
  })

  test('update and set', async () => {
    const data = '{"$inc":{"n":{"$numberInt":"1"}}}'
    const change = { $inc: { n: one } }
    const byId = await ask('modifyDocument', { query: '{"_id":"a"}', data, merge: true, multi: false, upsert: false })
    expect(byId).toEqual({
      command: ['updateOne', { _id: 'a' }, change],
      answer: { data: { updated: 1, upsert_id: null } },
    })
    const all = await ask('modifyDocument', { query: '{"k":null}', data, merge: true, multi: true, upsert: false })
    expect(all).toEqual({
      command: ['updateMany', { k: null }, change],
      answer: { data: { updated: 2, upsert_id: null } },
    })
    const set = await ask('modifyDocument', {
      query: '{"_id":"q"}',
      data: '{"k":null}',
      merge: false,
      multi: false,
      upsert: true,
    })
    expect(set).toEqual({
      command: ['replaceOne', { _id: 'q' }, { k: null }, { upsert: true }],
      answer: { data: { updated: 0, upsert_id: 'q' } },
    })
  })

  test('aggregate', async () => {
    const stages = [
      { stageKey: '$match', stageValue: '{"n":{"$numberInt":"1"}}' },
      { stageKey: '$count', stageValue: '"n"' },
    ]
    // A stage's value may be a text.
    expect((await ask('aggregateDocuments', { stages })).command).toEqual([
      'aggregate',
      [{ $match: { n: one } }, { $count: 'n' }],
    ])
  })

  test('what has no translation is an error', () =>
    expect(ask('startTransaction', {})).rejects.toThrow('no translation'))
})

test('on mingo as it comes the suite finds mingo’s faults, and no other', async () => {
  const { asked, differences } = await askThrough(rawMingo())
  expect(asked).toBeGreaterThan(200)
  const subjects = [...new Set(differences.map(({ what }) => what.split(',')[0]))].sort()
  expect(subjects).toEqual(MINGO_DIFFERS)
})

/** docs/platform.md's table, as far as it is about an operator's documented example. */
const MINGO_DIFFERS = Object.entries({
  accumulator: 'addToSet stdDevPop stdDevSamp',
  expression:
    'cmp dateFromParts dateFromString dayOfMonth dayOfWeek dayOfYear eq gt gte hour indexOfBytes indexOfCP isoDayOfWeek isoWeek isoWeekYear lt lte millisecond minute month ne second stdDevSamp substr sum toLower toUpper trunc week year',
  stage: 'bucket count',
}).flatMap(([position, names]) => names.split(' ').map((name) => `${position} $${name}`))

function rawMingo(): Mongo {
  const context = Context.init({
    query: queries as never,
    projection: projections as never,
    accumulator: accumulators as never,
    expression: expressions as never,
    pipeline: pipelines as never,
  })
  const stores = new Map<string, Doc[]>()
  const options = { context, collectionResolver: (name: string) => stores.get(name) ?? [] } as never
  const plain = (value: object) => revived(BSON.EJSON.parse(BSON.EJSON.stringify(value))) as Doc
  // A server has no field that is undefined.
  const withoutUndefined = (row: object) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
  const found = (name: string, query: object) => {
    const compiled = new Query(plain(query) as never, options)
    return (stores.get(name) ?? []).filter((doc) => compiled.test(doc as never))
  }
  const changed = (docs: Doc[], change: object, query: object) =>
    docs.filter(
      (doc) =>
        update(
          doc as never,
          plain(change) as never,
          undefined,
          plain(query) as never,
          { queryOptions: options } as never,
        ).length > 0,
    ).length
  const without = (name: string, gone: Doc[]) => {
    stores.set(
      name,
      (stores.get(name) ?? []).filter((doc) => !gone.includes(doc)),
    )
    return { deletedCount: gone.length }
  }
  return {
    collection: (name) => ({
      find: (
        query,
        {
          sort,
          projection,
          skip = 0,
          limit = 1000,
        }: { sort?: object; projection?: object; skip?: number; limit?: number },
      ) => ({
        async toArray() {
          const cursor = new Query({}, options).find<object>(
            found(name, query) as never,
            (projection ? plain(projection) : {}) as never,
          )
          if (sort) cursor.sort(plain(sort) as never)
          return cursor.skip(skip).limit(limit).all().map(withoutUndefined)
        },
      }),
      aggregate: (stages) => ({
        toArray: async () =>
          new Aggregator(stages.map(plain) as never, options)
            .run((stores.get(name) ?? []) as never)
            .map((row) => withoutUndefined(row as object)),
      }),
      countDocuments: async (query) => found(name, query).length,
      async insertMany(documents) {
        const docs = documents.map(plain)
        stores.set(name, [...(stores.get(name) ?? []), ...docs])
        return { insertedIds: docs.map(({ _id }) => _id) }
      },
      updateMany: async (query, change) => ({ modifiedCount: changed(found(name, query), change, query) }),
      updateOne: async (query, change) => ({ modifiedCount: changed(found(name, query).slice(0, 1), change, query) }),
      replaceOne: () => Promise.reject(new Error('no example sets')),
      deleteMany: async (query) => without(name, found(name, query)),
      deleteOne: async (query) => without(name, found(name, query).slice(0, 1)),
    }),
  }
}

/** The driver takes its own regular expressions, mingo the language's. */
function revived(value: unknown): unknown {
  if (value instanceof BSON.BSONRegExp) return new RegExp(value.pattern, value.options)
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== 'object' || value === null || Object.prototype.toString.call(value) === '[object Date]')
    return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revived(inner)]))
}
