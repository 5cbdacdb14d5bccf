/**
 * A mongod: the SDK's own requests, translated one to one for MongoDB's driver. It says what MongoDB itself answers to
 * the examples, so it is asked for the documented answer even where the local cloud means to differ. Never run against a
 * mongod: none is to be had from npm or Debian. tests/local-cloud/mongod.test.ts tries the translation.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BSON } from 'mongodb'
import { sdkInThisProcess } from '../../local-cloud/sdk'
import type { Db } from '../case'
import { cases } from '../cases'
import { type Report, reportOf } from '../report'
import { onTarget, runCases } from '../run'
import { type Body, bytesOf } from '../wire'

/** What is asked of the driver. */
export interface Mongo {
  collection(name: string): MongoCollection
}
interface Cursor {
  toArray(): Promise<object[]>
}
export interface MongoCollection {
  find(query: object, options: object): Cursor
  aggregate(stages: object[]): Cursor
  countDocuments(query: object): Promise<number>
  insertMany(documents: object[]): Promise<{ insertedIds: object }>
  updateMany(query: object, change: object): Promise<{ modifiedCount: number }>
  updateOne(query: object, change: object): Promise<{ modifiedCount: number }>
  replaceOne(query: object, document: object, options: object): Promise<{ modifiedCount: number; upsertedId: unknown }>
  deleteMany(query: object): Promise<{ deletedCount: number }>
  deleteOne(query: object): Promise<{ deletedCount: number }>
}

export async function askMongod(address: string): Promise<Report> {
  const { MongoClient } = await import('mongodb')
  const client = await MongoClient.connect(address)
  // A database of its own, gone afterwards; one that is there already is somebody's.
  const name = `conformance_${Date.now()}`
  try {
    return await askThrough(client.db(name) as unknown as Mongo)
  } finally {
    await client.db(name).dropDatabase()
    await client.close()
  }
}

export async function askThrough(mongo: Mongo): Promise<Report> {
  const spokenTo = process.env.TCB_CONTEXT_CNFG
  const { url, stop } = await bridge(mongo)
  try {
    const db = sdkInThisProcess(url).database() as unknown as Db
    return reportOf(await runCases(cases, onTarget(db, { things: 'things', others: 'others' }), false))
  } finally {
    await stop()
    if (spokenTo !== undefined) process.env.TCB_CONTEXT_CNFG = spokenTo
  }
}

/** A server for the SDK that asks the driver. */
async function bridge(mongo: Mongo): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const body = JSON.parse((await bytesOf(incoming)).toString('utf8')) as Body
    const answer = await translated(mongo, body).catch((error: Error) => ({
      code: 'DATABASE_REQUEST_FAILED',
      message: `[DATABASE_REQUEST_FAILED] ${error.message}`,
    }))
    outgoing.end(JSON.stringify({ requestId: 'mongod', ...answer }))
  })
  // A process that was busy for the default 5 s would find its kept connections cut in the middle of a request.
  server.keepAliveTimeout = 10 * 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** One request of the SDK as one command, its answer as the platform words it. */
export async function translated(mongo: Mongo, body: Body): Promise<object> {
  const translate = Object.hasOwn(translations, String(body.action)) ? translations[String(body.action)] : undefined
  if (!translate) throw new Error(`no translation of ${body.action}`)
  return { data: await translate(mongo.collection(String(body.collectionName)), body) }
}

const translations: Record<string, (collection: MongoCollection, body: Body) => Promise<object>> = {
  async 'database.getDocument'(collection, { query, order, offset, limit, projection }) {
    const options = {
      ...(order !== undefined && { sort: read(order) }),
      ...(projection !== undefined && { projection: read(projection) }),
      ...(typeof offset === 'number' && { skip: offset }),
      ...(typeof limit === 'number' && { limit }),
    }
    return { list: (await collection.find(read(query), options).toArray()).map(written), limit, offset }
  },
  'database.calculateDocument': async (collection, { query }) => ({
    total: await collection.countDocuments(read(query)),
  }),
  async 'database.insertDocument'(collection, { data }) {
    const documents = (data as string[]).map(read)
    const { insertedIds } = await collection.insertMany(documents)
    return { insertedIds: Object.values(insertedIds) }
  },
  async 'database.modifyDocument'(collection, { query, data, merge, multi, upsert }) {
    const [which, change] = [read(query), read(data)]
    if (merge === false) {
      const { modifiedCount, upsertedId } = await collection.replaceOne(which, change, { upsert: upsert === true })
      return { updated: modifiedCount, upsert_id: upsertedId ?? null }
    }
    const { modifiedCount } = await collection[multi === true ? 'updateMany' : 'updateOne'](which, change)
    return { updated: modifiedCount, upsert_id: null }
  },
  async 'database.removeDocument'(collection, { query, multi }) {
    const { deletedCount } = await collection[multi === false ? 'deleteOne' : 'deleteMany'](read(query))
    return { deleted: deletedCount }
  },
  async 'database.aggregateDocuments'(collection, { stages }) {
    const pipeline = (stages as { stageKey: string; stageValue: string }[]).map(({ stageKey, stageValue }) => ({
      [stageKey]: read(stageValue),
    }))
    return { list: (await collection.aggregate(pipeline).toArray()).map(written) }
  },
}

/** Canonical EJSON, types kept: 1 stays an int, 1.5 a double. */
function read(text: unknown): object {
  return text === undefined || text === '' ? {} : BSON.EJSON.parse(String(text), { relaxed: false })
}

function written(document: object): string {
  return BSON.EJSON.stringify(document, { relaxed: false })
}
