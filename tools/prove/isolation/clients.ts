/**
 * A client that tries transactions on lists: through the real SDK, whose own retries belong to what is tried, or at the
 * server's protocol, which is several times faster.
 */
import { Agent, request } from 'node:http'
import type { LocalCloud } from '../../local-cloud'

export const collection = 'lists'

/** Each call is one request. `none` where there is no such list. */
export interface Lists {
  read(key: string): Promise<readonly number[] | null>
  /** False: there is no such list. */
  push(key: string, value: number): Promise<boolean>
  replace(key: string, list: readonly number[]): Promise<void>
}

export interface Client {
  /**
   * Runs `work` in a transaction and commits it, perhaps several times. Rejects where it was not committed or nobody
   * knows; `isConflict` tells the two apart where it had asked to commit.
   */
  transact(work: (lists: Lists) => Promise<void>): Promise<void>
  /** Outside any transaction: waits for those that hold the list. */
  plain: Lists
}

/** What a client of a test forgets to name its transaction in. */
export type Forgets = 'reads' | 'writes'

export function isConflict(error: unknown): boolean {
  return (error as { code?: string }).code === 'DATABASE_TRANSACTION_CONFLICT'
}

export function sdkClient(cloud: LocalCloud): Client {
  const db = cloud.sdk().database() as unknown as Database
  const on = (there: Database | OpenTransaction): Lists => {
    const doc = (key: string) => there.collection(collection).doc(key)
    return {
      async read(key) {
        const { data } = await there.collection(collection).where({ _id: key }).get()
        return data[0]?.list ?? null
      },
      push: async (key, value) =>
        (await doc(key).update({ data: { list: db.command.push([value]) } })).stats.updated === 1,
      replace: async (key, list) => void (await doc(key).set({ data: { list } })),
    }
  }
  return {
    transact: (work) => db.runTransaction((transaction) => work(on(transaction))),
    plain: on(db),
  }
}

interface OpenTransaction {
  collection(name: string): {
    doc(id: string): {
      update(change: { data: object }): Promise<{ stats: { updated: number } }>
      set(doc: { data: object }): Promise<unknown>
    }
    where(query: object): { get(): Promise<{ data: { list: number[] }[] }> }
  }
}
interface Database extends OpenTransaction {
  runTransaction(work: (transaction: OpenTransaction) => Promise<void>): Promise<void>
  command: { push(values: readonly number[]): object }
}

/** As often as the SDK. */
const ATTEMPTS = 4

/** The requests are the SDK's, word for word where the server reads them (docs/platform.md). */
export function protocolClient(cloud: LocalCloud, forgets: readonly Forgets[] = []): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (action: string, more: object = {}) => answerOf(agent, cloud.url, { action, ...more })
  const on = (transactionId?: string): Lists => {
    const inIt = {
      reads: forgets.includes('reads') ? {} : { transactionId },
      writes: forgets.includes('writes') ? {} : { transactionId },
    }
    const modify = (key: string, data: object, merge: boolean) =>
      ask('database.modifyDocument', {
        collectionName: collection,
        query: JSON.stringify({ _id: key }),
        data: JSON.stringify(data),
        multi: false,
        merge,
        upsert: !merge,
        ...inIt.writes,
      })
    return {
      async read(key) {
        const query = JSON.stringify({ _id: key })
        const { data } = await ask('database.getDocument', {
          collectionName: collection,
          query,
          limit: 100,
          ...inIt.reads,
        })
        return data!.list!.map((text) => (JSON.parse(text) as { list: number[] }).list)[0] ?? null
      },
      push: async (key, value) =>
        (await modify(key, { $push: { list: { $each: [value] } } }, true)).data!.updated === 1,
      replace: async (key, list) => void (await modify(key, { list }, false)),
    }
  }
  return {
    async transact(work) {
      for (let attempt = 1; ; attempt++) {
        const { transactionId } = await ask('database.startTransaction')
        let mayRetry = false
        try {
          await work(on(transactionId))
          mayRetry = attempt < ATTEMPTS
          return void (await ask('database.commitTransaction', { transactionId }))
        } catch (error) {
          if (mayRetry && isConflict(error)) continue
          await ask('database.abortTransaction', { transactionId }).catch(() => {})
          throw error
        }
      }
    },
    plain: on(),
  }
}

interface ProtocolAnswer {
  code?: string
  message?: string
  transactionId?: string
  data?: { list?: string[]; updated?: number }
}

function answerOf(agent: Agent, url: string, body: object): Promise<ProtocolAnswer> {
  const text = JSON.stringify(body)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/admin`, { agent, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(parts).toString('utf8')) as ProtocolAnswer
        if (answer.code) reject(Object.assign(new Error(answer.message), { code: answer.code }))
        else resolve(answer)
      })
    })
    sent.on('error', reject)
    // A request that is never answered is a failure with a name, not a proof that hangs. The SDK waits as long.
    sent.setTimeout(15_000, () => sent.destroy(new Error(`no answer to ${text}`)))
    sent.end(text)
  })
}
