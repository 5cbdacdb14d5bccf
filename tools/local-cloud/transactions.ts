/**
 * Transactions as tried against the SDK: each reads a snapshot of its beginning with its own staged writes laid over
 * it, locks what it writes, and the first to commit wins. Every conflict aborts at once: at a conflict in the commit
 * the SDK starts its next attempt without aborting the former, and a lock left behind would be its own enemy.
 */
import { randomBytes } from 'node:crypto'
import type { Doc } from './ejson'
import type { Limits } from './limits'
import { conflict, noSuchTransaction, Refusal } from './refusal'
import type { Documents, Snapshot } from './store/documents'
import type { WhenReached } from './write-points'

export interface Transaction {
  id: string
  snapshot: Snapshot
  /** Collection → id → the document to be, or null where it is removed. */
  staged: Map<string, Map<string, Doc | null>>
}

export type Transactions = ReturnType<typeof transactionsOn>

export interface Told {
  /** A transaction is over, whichever way. */
  whenEnded(): void
  reached: WhenReached
}

export function transactionsOn(documents: Documents, limits: Limits, { whenEnded, reached }: Told) {
  const open = new Map<string, Transaction & { timer: NodeJS.Timeout }>()
  const locks = new Map<string, string>()
  let waiting: (() => void)[] = []

  const transactions = {
    start(): string {
      if (open.size >= limits.transactions)
        throw new Refusal('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many transactions')
      const id = randomBytes(16).toString('hex')
      const timer = setTimeout(() => transactions.abort(id), limits.transactionMs)
      timer.unref?.()
      open.set(id, { id, snapshot: documents.snapshot(), staged: new Map(), timer })
      return id
    },

    get(id: string): Transaction {
      const transaction = open.get(id)
      if (!transaction) throw noSuchTransaction(id)
      return transaction
    },

    /** Stages a write; another's lock or a version newer than the snapshot is a conflict. */
    stage(id: string, coll: string, docId: string, doc: Doc | null): void {
      const transaction = transactions.get(id)
      const key = lockOf(coll, docId)
      const holder = locks.get(key)
      if (holder !== undefined && holder !== id) throw conflict(`${coll}/${docId}`)
      const current = documents.read(documents.writer, coll, docId)
      const known = documents.read(transaction.snapshot.reader, coll, docId)
      if (current?.ver !== known?.ver) throw conflict(`${coll}/${docId}`)
      locks.set(key, id)
      const ofCollection = transaction.staged.get(coll) ?? new Map<string, Doc | null>()
      transaction.staged.set(coll, ofCollection.set(docId, doc))
    },

    commit(id: string): void {
      const { staged } = transactions.get(id)
      try {
        reached('transaction-begun')
        if (staged.size > 0) documents.atomically(() => applyAll(staged))
        reached('transaction-done')
      } finally {
        end(id)
      }
    },

    abort(id: string): void {
      if (open.has(id)) end(id)
    },

    isOpen: (id: string) => open.has(id),

    isLocked: (coll: string, docId: string) => locks.has(lockOf(coll, docId)),

    /** A plain write on a locked document waits, as documented. Resolves when some transaction has ended. */
    nextEnd: () => new Promise<void>((resolve) => waiting.push(resolve)),

    abortAll: () => {
      for (const id of [...open.keys()]) end(id)
    },
  }
  return transactions

  function applyAll(staged: Transaction['staged']): void {
    // Removals first: a unique key may move from one document to another.
    for (const [coll, docs] of staged) for (const [docId, doc] of docs) if (doc === null) documents.remove(coll, docId)
    for (const [coll, docs] of staged)
      for (const [docId, doc] of docs) if (doc !== null) documents.put(coll, docId, doc)
  }

  function end(id: string): void {
    const transaction = open.get(id)
    if (!transaction) return
    clearTimeout(transaction.timer)
    open.delete(id)
    for (const [key, holder] of locks) if (holder === id) locks.delete(key)
    transaction.snapshot.release()
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
    whenEnded()
  }
}

function lockOf(coll: string, docId: string): string {
  return `${coll}\u0000${docId}`
}
