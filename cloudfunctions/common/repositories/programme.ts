/**
 * The programme's one document, and the transaction that guards by it: what several writes must agree on (the last
 * administrator, the round at hand, a district that is in use) is decided and written there, so that they meet.
 */
import type { Database, Transaction } from '../cloud'
import type { ProgrammeDoc } from '../documents'
import { compareAndSet, read, transact } from '../writes'

/** Before anybody wrote it. */
const nothingYet: ProgrammeDoc = {
  _id: 'programme',
  revision: 0,
  title: '',
  districts: [],
  administrators: [],
}

export function programme(db: Database) {
  return {
    /** One request. */
    get: async (): Promise<ProgrammeDoc> => (await read<ProgrammeDoc>(db, 'programme', 'programme')) ?? nothingYet,
    /** Changes it by compare-and-set, or leaves it (null). Two requests. */
    change: (change: (programme: ProgrammeDoc) => Partial<ProgrammeDoc> | null): Promise<ProgrammeDoc | null> =>
      compareAndSet<ProgrammeDoc>(db, 'programme', 'programme', (stored) => {
        const former = stored ?? nothingYet
        const fields = change(former)
        return fields && { ...former, ...fields }
      }),
    /**
     * As `change`, in a transaction that meets every other one that decides by the programme; what `decide` reads
     * beside it is read once the transaction has begun. Four requests and `decide`'s own.
     */
    decide: (decide: (programme: ProgrammeDoc) => Promise<Partial<ProgrammeDoc> | null>): Promise<ProgrammeDoc> =>
      guarded(db, async (inside) => {
        const fields = await decide(inside.programme)
        if (fields) inside.change(fields)
        return { ...inside.programme, ...fields }
      }),
  }
}

/** What a guarded transaction reads and writes. */
export interface Guarded {
  programme: ProgrammeDoc
  /** Fields of the programme that change with it. */
  change(fields: Partial<ProgrammeDoc>): void
  /** As it was when the transaction began: what it wrote itself is not read again. */
  read<T>(collection: string, id: string): Promise<T | null>
  put<D extends { _id: string }>(collection: string, doc: D): Promise<void>
  /** What nobody else decides by: alone it leaves the programme as it was. */
  putAlone<D extends { _id: string }>(collection: string, doc: D): Promise<void>
  remove(collection: string, id: string): Promise<void>
}

/**
 * Runs `work` in a transaction over the programme's document. If it writes anything, the programme is written too,
 * changed or not: of two that decide by it at once the second starts anew and sees what the first one did. For
 * repositories only; a Failure thrown inside rolls back. Four requests beside `work`'s own.
 */
export function guarded<R>(db: Database, work: (inside: Guarded) => Promise<R>): Promise<R> {
  return transact(db, async (transaction) => {
    const found = await transaction.collection('programme').doc('programme').get()
    const former = (found.data as ProgrammeDoc | undefined) ?? nothingYet
    let fields: Partial<ProgrammeDoc> = {}
    let isWritten = false
    const result = await work({
      programme: former,
      change(changed) {
        fields = { ...fields, ...changed }
        isWritten = true
      },
      async read<T>(collection: string, id: string) {
        return ((await transaction.collection(collection).doc(id).get()).data as T | undefined) ?? null
      },
      async put(collection, doc) {
        isWritten = true
        await set(transaction, collection, doc)
      },
      putAlone: (collection, doc) => set(transaction, collection, doc),
      async remove(collection, id) {
        isWritten = true
        await transaction.collection(collection).doc(id).remove()
      },
    })
    if (isWritten) await set(transaction, 'programme', { ...former, ...fields, revision: former.revision + 1 })
    return result
  })
}

async function set<D extends { _id: string }>(transaction: Transaction, collection: string, doc: D): Promise<void> {
  const { _id, ...data } = doc
  await transaction.collection(collection).doc(_id).set({ data })
}
