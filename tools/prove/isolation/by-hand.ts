/** Hermitage's documents on a local cloud, reached through the real SDK. */
import type { LocalCloud } from '../../local-cloud'
import type { Hand, Test } from './hermitage'

export const collection = 'values'

interface Row {
  _id: string
  value: number
}

/** As the SDK is used here: its own typings allow callbacks everywhere. */
interface OpenTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: Row }>
      set(doc: { data: object }): Promise<unknown>
      remove(): Promise<unknown>
    }
    where(query: object): { get(): Promise<{ data: Row[] }> }
  }
  commit(): Promise<void>
  rollback(reason?: unknown): Promise<void>
}
interface Database {
  startTransaction(): Promise<OpenTransaction>
  command: { in(values: readonly number[]): object; exists(does: boolean): object }
}

export function testOn(cloud: LocalCloud): Test {
  cloud.clear(collection)
  cloud.seed(collection, [
    { _id: '1', value: 10 },
    { _id: '2', value: 20 },
  ])
  const db = cloud.sdk().database() as unknown as Database

  return {
    async begin(): Promise<Hand> {
      const transaction = await db.startTransaction()
      const values = transaction.collection(collection)
      return {
        get: async (id) => (await values.doc(String(id)).get()).data.value,
        where: async (wanted) => idsOf((await values.where({ value: db.command.in(wanted) }).get()).data),
        set: async (id, value) => void (await values.doc(String(id)).set({ data: { value } })),
        remove: async (id) => void (await values.doc(String(id)).remove()),
        commit: () => transaction.commit(),
        rollback: () => transaction.rollback('by hand'),
      }
    },
    async stored() {
      const transaction = await db.startTransaction()
      const { data } = await transaction
        .collection(collection)
        .where({ value: db.command.exists(true) })
        .get()
      await transaction.commit()
      return Object.fromEntries(data.map(({ _id, value }) => [_id, value]))
    },
  }
}

const idsOf = (rows: readonly Row[]) => rows.map(({ _id }) => Number(_id))
