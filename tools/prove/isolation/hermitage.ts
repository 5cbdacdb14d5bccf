/**
 * Hermitage's cases (Martin Kleppmann, github.com/ept/hermitage) through the real SDK: two or three transactions
 * interleaved by hand on two documents, 1 with the value 10 and 2 with 20. What a case says must hold for the line of the
 * proof to be written; `prevented: false` is the one that snapshot isolation allows and that is shown happening.
 */
import { holds } from '../proof'

export interface Case {
  name: string
  /** What would go wrong, or does. */
  what: string
  prevented: boolean
  run(on: Test): Promise<void>
}

/** The two documents, and how they are reached. */
export interface Test {
  begin(): Promise<Hand>
  /** In a transaction of its own: the values by id, in the order of ids. */
  stored(): Promise<Record<string, number>>
}

/** A transaction that is held open by hand. */
export interface Hand {
  get(id: number): Promise<number>
  /** The ids of the documents with one of these values. */
  where(values: readonly number[]): Promise<number[]>
  set(id: number, value: number): Promise<void>
  remove(id: number): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

export const cases: readonly Case[] = [
  {
    name: 'G0',
    what: 'dirty write: two transactions’ writes mixed',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      await t1.set(1, 11)
      await refused(t2.set(1, 12))
      await t1.set(2, 21)
      await t1.commit()
      await refused(t2.set(2, 22))
      same(await test.stored(), { 1: 11, 2: 21 })
    },
  },
  {
    name: 'G1a',
    what: 'aborted read: what was rolled back is seen',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      await t1.set(1, 101)
      same(await t2.get(1), 10)
      await t1.rollback()
      same(await t2.get(1), 10)
      await t2.commit()
      same(await test.stored(), { 1: 10, 2: 20 })
    },
  },
  {
    name: 'G1b',
    what: 'intermediate read: what its writer wrote over is seen',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      await t1.set(1, 101)
      same(await t2.get(1), 10)
      await t1.set(1, 11)
      await t1.commit()
      same(await t2.get(1), 10)
      await t2.commit()
      same(await test.stored(), { 1: 11, 2: 20 })
    },
  },
  {
    name: 'G1c',
    what: 'circular flow: each sees what the other wrote',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      await t1.set(1, 11)
      await t2.set(2, 22)
      same(await t1.get(2), 20)
      same(await t2.get(1), 10)
      await t1.commit()
      await t2.commit()
      same(await test.stored(), { 1: 11, 2: 22 })
    },
  },
  {
    name: 'OTV',
    what: 'observed transaction vanishes: its one write is seen, its other is not',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      await t1.set(1, 11)
      await t1.set(2, 19)
      await refused(t2.set(1, 12))
      await t1.commit()
      const [t3, t4] = [await test.begin(), await test.begin()]
      same(await t3.get(1), 11)
      await t4.set(1, 12)
      await t4.set(2, 18)
      same(await t3.get(2), 19)
      await t4.commit()
      same([await t3.get(2), await t3.get(1)], [19, 11])
      await t3.commit()
      same(await test.stored(), { 1: 12, 2: 18 })
    },
  },
  {
    name: 'PMP',
    what: 'predicate many preceders: the same question finds another document the second time',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      same(await t1.where([30]), [])
      await t2.set(3, 30)
      await t2.commit()
      same(await t1.where([30, 33]), [])
      await t1.commit()
      same(await test.stored(), { 1: 10, 2: 20, 3: 30 })
    },
  },
  {
    name: 'PMP for a removal',
    what: 'what a question found is removed although it is no longer what was asked for',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      await t1.set(1, 20)
      await t1.set(2, 30)
      const [found] = await t2.where([20])
      same(found, 2)
      await refused(t2.remove(found!))
      await t1.commit()
      same(await test.stored(), { 1: 20, 2: 30 })
    },
  },
  {
    name: 'P4',
    what: 'lost update: both read 10, both write, one is gone',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      const [one, other] = [await t1.get(1), await t2.get(1)]
      await t1.set(1, one + 1)
      await t1.commit()
      await refused(t2.set(1, other + 2))
      same(await test.stored(), { 1: 11, 2: 20 })
    },
  },
  {
    name: 'G-single',
    what: 'read skew: one document before, the other after another’s transaction',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      same(await t1.get(1), 10)
      same([await t2.get(1), await t2.get(2)], [10, 20])
      await t2.set(1, 12)
      await t2.set(2, 18)
      await t2.commit()
      same(await t1.get(2), 20)
      await t1.commit()
      same(await test.stored(), { 1: 12, 2: 18 })
    },
  },
  {
    name: 'G-single by a question',
    what: 'read skew between a question and a document',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      same(await t1.where([10, 20]), [1, 2])
      await t2.set(1, 12)
      await t2.commit()
      same([await t1.where([12]), await t1.get(1)], [[], 10])
      await t1.commit()
    },
  },
  {
    name: 'G-single with a write',
    what: 'who read before another’s transaction writes after it',
    prevented: true,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      same(await t1.get(1), 10)
      same([await t2.get(1), await t2.get(2)], [10, 20])
      await t2.set(1, 12)
      await t2.set(2, 18)
      await t2.commit()
      await refused(t1.remove(2))
      same(await test.stored(), { 1: 12, 2: 18 })
    },
  },
  {
    name: 'G2-item',
    what: 'write skew: both read both, each writes another one',
    prevented: false,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      same([await t1.get(1), await t1.get(2)], [10, 20])
      same([await t2.get(1), await t2.get(2)], [10, 20])
      await t1.set(1, 11)
      await t2.set(2, 21)
      await t1.commit()
      await t2.commit()
      same(await test.stored(), { 1: 11, 2: 21 })
    },
  },
  {
    name: 'G2',
    what: 'write skew by a question: both find nothing, each adds what the other asked for',
    prevented: false,
    async run(test) {
      const [t1, t2] = [await test.begin(), await test.begin()]
      same([await t1.where([30, 42]), await t2.where([30, 42])], [[], []])
      await t1.set(3, 30)
      await t2.set(4, 42)
      await t1.commit()
      await t2.commit()
      same(await test.stored(), { 1: 10, 2: 20, 3: 30, 4: 42 })
    },
  },
]

function same(is: unknown, should: unknown): void {
  holds(JSON.stringify(is) === JSON.stringify(should), `is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`)
}

/** With a conflict, or because the conflict before has ended the transaction. */
async function refused(work: Promise<unknown>): Promise<void> {
  const error = await work.then(
    () => null,
    (error: { errMsg?: string; message?: string }) => error,
  )
  holds(error !== null, 'was not refused')
  const text = `${error!.errMsg ?? ''} ${error!.message ?? ''}`
  holds(/WriteConflict|TransactionNotExist/.test(text), `refused with ${text}`)
}
