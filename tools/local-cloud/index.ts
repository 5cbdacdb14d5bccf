/**
 * The local cloud: the real, unmodified wx-server-sdk and the very bundles that are deployed, on this machine.
 *
 *   const cloud = await startLocalCloud({ dataDir, functionsDir: 'dist/cloudfunctions' })
 *   await cloud.call('round', { action: 'today', payload: {} }, 'oZhang…')   // what the function answered
 *   const db = cloud.sdk().database()                                        // the SDK in this process
 *   cloud.seed('villages', docs); cloud.dump('audits')                       // past the wire, checked and indexed
 *   await cloud.requests.during(() => cloud.call(…))                         // database requests it took
 *   cloud.gate.close(); (await cloud.gate.next())?.release()   // requests held at the door, one by one (gate.ts)
 *   cloud.checkpoint()                                                       // rebuild the file, cut the log: no byte of a removed document left
 *   await cloud.stop()
 *
 * A call that fails throws CallError with errCode and errMsg, as wx.cloud.callFunction does. A port in use rejects
 * with code EADDRINUSE. Shows conformance to the SDK and the documented semantics, not to Tencent's server.
 */
import { existsSync, readdirSync } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { cloudDatabase, type DatabaseConfig } from '../../config/cloud-database'
import type { App } from './app'
import { startClock, triggersIn } from './clock'
import type { Database } from './database'
import { type Doc, fromStore, type Value } from './ejson'
import { Faults } from './faults'
import { cloudFiles } from './files/cloud-files'
import { functionPool } from './functions/pool'
import { Gate } from './gate'
import { documentedLimits, type Limits } from './limits'
import { fakeOpenApi } from './openapi/fake'
import type { OpenApi } from './openapi/open-api'
import { insertAll, storable } from './operations/insert-document'
import { Pace } from './pace'
import { RequestCounter } from './requests'
import { sdkEnvironment, sdkInThisProcess } from './sdk'
import { asCallError, buildApp } from './server'
import { staticSite } from './static-site'
import { openDocuments } from './store/documents'
import { transactionsOn } from './transactions'
import type { WhenReached } from './write-points'

export interface LocalCloudOptions {
  /** Database and files; kept across starts. */
  dataDir: string
  /** 0, the default, takes a free one. */
  port?: number
  /** Bundles as built: `<name>/index.js` with package.json and config.json. */
  functionsDir?: string
  database?: DatabaseConfig
  /** A web build to serve at `/`. */
  web?: string
  /** More routes, before the web build's. */
  extraRoutes?: (app: App) => void
  limits?: Partial<Limits>
  /** Refuses what goes beyond `databaseRequestsASecond`; absent: as fast as this machine is. */
  atItsPace?: boolean
  /** Warm instances of one function (4) and of all (12): some 25 MB each. */
  instances?: number
  allInstances?: number
  /** WeChat's own server; a stand-in where none is given. */
  openApi?: OpenApi
  /** Leaves bytes of what is removed in the file until it is closed, for a store that is thrown away. */
  keepsRemains?: boolean
  /** Trouble for tests. */
  faults?: Faults
  /** More environment for every function. */
  environment?: Record<string, string>
  /** NORMAL for tests: faster, and safe against everything but a power cut. */
  synchronous?: 'FULL' | 'NORMAL'
  /**
   * What time it is for the functions when a call begins, for triggers and for the pace, in milliseconds, so that a day
   * of another year can be lived; absent: what it is.
   */
  now?: () => number
  /** Sets functions going by their triggers; absent: `trigger` alone does. */
  hasClock?: boolean
  /** Is told of every place at which something is written (write-points.ts), for proofs that kill there. */
  reached?: WhenReached
  /** Says nothing of what functions print. */
  quiet?: boolean
  /** Takes what functions print, instead of standard error. */
  print?: (line: string) => void
}

export type LocalCloud = Awaited<ReturnType<typeof startLocalCloud>>

export class CallError extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg)
  }
}

export async function startLocalCloud(options: LocalCloudOptions) {
  runInUtc()
  const limits: Limits = { ...documentedLimits, ...options.limits }
  const { database: config = cloudDatabase, synchronous = 'FULL', reached = () => {} } = options
  const functionsDir = resolve(options.functionsDir ?? 'dist/cloudfunctions')
  refuseTooMany(config, functionsDir, limits)
  const documents = openDocuments({ dataDir: options.dataDir, database: config, synchronous, reached })
  documents.rebuild()

  let toCut: NodeJS.Timeout | null = null
  let toRebuild: NodeJS.Timeout | null = null
  const cutSoon = () => {
    if (toCut || stopped) return
    toCut = setTimeout(() => {
      toCut = null
      // While a snapshot is open the log is needed: the end of the transaction asks again.
      if (!stopped && removed && documents.checkpoint()) removed = false
    }, 20)
    // In the component engine a timer is a number and dies with its window.
    toCut.unref?.()
  }
  /** When nothing has been removed for a while: it takes the longer the more there is. */
  const rebuildSoon = () => {
    if (toRebuild) clearTimeout(toRebuild)
    toRebuild = setTimeout(() => {
      toRebuild = null
      if (!stopped && !documents.rebuild()) rebuildSoon()
    }, 250)
    toRebuild.unref?.()
  }
  let removed = false
  let stopped = false
  const transactions = transactionsOn(documents, limits, {
    whenEnded() {
      if (removed) cutSoon()
    },
    reached,
  })
  const requests = new RequestCounter()
  const database: Database = {
    documents,
    transactions,
    limits,
    whenRemoved() {
      if (options.keepsRemains) return
      removed = true
      cutSoon()
      rebuildSoon()
    },
    whenLooked: (collection, by, count) => requests.look(collection, by, count),
  }

  const print = options.print ?? (options.quiet ? null : (line: string) => process.stderr.write(`${line}\n`))
  const environment: Record<string, string> = {}
  const pool = functionPool({
    functionsDir,
    limits,
    instances: options.instances ?? 4,
    allInstances: options.allInstances ?? 12,
    environment,
    print,
    now: options.now ?? null,
  })
  const pace = options.atItsPace ? new Pace(limits.databaseRequestsASecond, options.now) : null
  let url = ''
  const files = cloudFiles({ dataDir: options.dataDir, url: () => url, mostBytes: limits.fileBytes, reached })
  const { openApi = fakeOpenApi, faults = new Faults() } = options
  const gate = new Gate()
  const app = buildApp({ services: { database, pool, files }, limits, requests, pace, openApi, faults, gate, reached })
  options.extraRoutes?.(app)
  if (options.web) staticSite(app, options.web)

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as HttpServer
  // A process that was busy for the default 5 s would find its kept connections cut in the middle of a call.
  server.keepAliveTimeout = 10 * 60_000
  const port = await listen(server, options.port ?? 0).catch((error) => {
    documents.close()
    throw error
  })
  url = `http://127.0.0.1:${port}`
  Object.assign(environment, { LALIAN_LOCAL: '1', ...sdkEnvironment(url), ...options.environment })

  async function trigger(name: string, triggerName: string, time = new Date()): Promise<unknown> {
    const event = { Message: '', Type: 'Timer', TriggerName: triggerName, Time: time.toISOString() }
    return JSON.parse(await pool.invoke(name, JSON.stringify(event), { source: 'wx_trigger' }))
  }

  const clock = options.hasClock
    ? startClock({
        triggers: triggersIn(functionsDir),
        // Nobody waits for the answer: what went wrong, the platform's log says.
        goOff: ({ fn, name }, at) =>
          void trigger(fn, name, at).catch((error: Error) => print?.(`[${fn}] ${error.message}`)),
        now: options.now ?? Date.now,
      })
    : null

  async function callAsSent(name: string, event: string, openid?: string): Promise<unknown> {
    try {
      return JSON.parse(await pool.invoke(name, event, { openid, source: 'wx_client' }))
    } catch (error) {
      const { errCode, errMsg } = asCallError(error)
      throw new CallError(errCode, errMsg)
    }
  }

  return {
    url,
    port,
    requests,
    pace,
    limits,
    faults,
    gate,

    /** As wx.cloud.callFunction({ name, data }) from the account `openid`, without the wire; answers its result. */
    call: (name: string, data: unknown, openid?: string): Promise<unknown> =>
      callAsSent(name, JSON.stringify(data ?? {}), openid),

    /** The same with the event as the JSON that reaches the function: for what no value of JavaScript is written as. */
    callAsSent,

    /** Ends what runs of a function now, between two of its requests: its calls end with an error. */
    end: (name: string): Promise<void> => pool.end(name),

    /** As the platform's timer: no account, the event of a trigger. */
    trigger,

    /** The real SDK in this process, as the account `openid`; it speaks to the cloud that was asked last. */
    sdk: (openid?: string) => sdkInThisProcess(url, openid),

    /** Fast insert past the wire: checked and indexed all the same, all or none. */
    seed(collection: string, docs: readonly object[]): void {
      insertAll(
        database,
        collection,
        docs.map((doc) => storable(withoutUndefined(doc as Value))),
      )
    },

    /** Removes documents past the wire; what is not there is none. */
    unseed(collection: string, ids: readonly string[]): void {
      documents.atomically(() => {
        for (const id of ids) documents.remove(collection, id)
      })
      database.whenRemoved()
    },

    /** Every document of a collection, in the order of ids; with `isWanted`, those whose id it takes. */
    dump(collection: string, isWanted?: (id: string) => boolean): Doc[] {
      documents.indexesOf(collection)
      const all = documents.writer.all<{ id: string; text: string }>(
        'SELECT id, doc AS text FROM docs WHERE coll = ? ORDER BY id',
        collection,
      )
      return (isWanted ? all.filter(({ id }) => isWanted(id)) : all).map(({ text }) => fromStore(text))
    },

    /** Counts up with every document that is written or removed, of all collections or of one: the same one, nothing was. */
    version: (collection?: string) =>
      collection === undefined ? documents.version() : documents.versionOf(collection),

    /** Empties a collection past the wire, for tests and for seeding anew. */
    clear(collection: string): void {
      const ids = documents.writer.all<{ id: string }>('SELECT id FROM docs WHERE coll = ?', collection)
      documents.atomically(() => {
        for (const { id } of ids) documents.remove(collection, id)
      })
      database.whenRemoved()
    },

    /**
     * Rebuilds the file and cuts the write-ahead log now; false while a transaction's snapshot needs it. Removals do it by
     * themselves soon after.
     */
    checkpoint: () => documents.rebuild(),

    async stop(): Promise<void> {
      if (stopped) return
      stopped = true
      clock?.stop()
      if (toCut) clearTimeout(toCut)
      if (toRebuild) clearTimeout(toRebuild)
      gate.open()
      await pool.stop()
      await close(server)
      transactions.abortAll()
      documents.close()
    },
  }
}

/** Functions run in UTC on the platform. Workers take the process's zone: their own environment has no effect on it. */
function runInUtc(): void {
  process.env.TZ = 'UTC'
  if (new Date(0).getHours() !== 0) process.stderr.write('local cloud: not in UTC; start this process with TZ=UTC\n')
}

function refuseTooMany(config: DatabaseConfig, functionsDir: string, limits: Limits): void {
  const functions = existsSync(functionsDir)
    ? readdirSync(functionsDir).filter((name) => existsSync(join(functionsDir, name, 'index.js')))
    : []
  if (functions.length > limits.functions) throw new Error(`${functions.length} functions, ${limits.functions} allowed`)
  const names = Object.keys(config)
  if (names.length > limits.collections) throw new Error(`${names.length} collections, ${limits.collections} allowed`)
  for (const name of names)
    if (config[name]!.indexes.length > limits.indexes) throw new Error(`${name}: more than ${limits.indexes} indexes`)
}

type Server = ReturnType<typeof createAdaptorServer>

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? Object.assign(new Error(`port ${port} is in use: stop what runs there or choose another`), {
              code: error.code,
            })
          : error,
      ),
    )
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

/** As the SDK sends it: undefined fields are dropped. */
function withoutUndefined(value: Value | undefined): Value {
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : withoutUndefined(item)))
  if (typeof value !== 'object' || value === null || Object.prototype.toString.call(value) !== '[object Object]')
    return value as Value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [name, withoutUndefined(inner as Value)]),
  )
}
