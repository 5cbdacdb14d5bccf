/** PLATFORM's design: a snapshot each, staged writes, locks, the first to commit wins, every conflict aborts at once. */

import type { Db } from '../../tools/conformance/case'
import { Faults } from '../../tools/local-cloud/faults'
import { temporaryCloud } from '../vocabulary/local-cloud'
import { cloudForThisFile, refusalOf, testDatabase } from './vocabulary'

const CONFLICT = /TransactionConflict|WriteConflict|transaction conflict/i

describe('transactions', () => {
  const faults = new Faults()
  const on = cloudForThisFile({ faults })
  const stored = (id: string) => on.cloud.dump('things').find(({ _id }) => _id === id)

  beforeEach(() => {
    faults.clear()
    on.cloud.seed('things', [
      { _id: 'a', n: 1, village: 'V01' },
      { _id: 'b', n: 2, village: 'V01' },
    ])
  })

  test('get, update, set, add and remove: together or not at all', async () => {
    const result = await on.db.runTransaction(async (transaction) => {
      const things = transaction.collection('things')
      const { data } = await things.doc('a').get()
      await things.doc('a').update({ data: { n: on._.inc(10) } })
      await things.doc('c').set({ data: { n: 3 } })
      await things.add({ data: { _id: 'd', n: 4 } })
      await things.doc('b').remove()
      return data.n
    })
    expect(result).toBe(1)
    expect(on.cloud.dump('things').map(({ _id, n }) => [_id, n])).toEqual([
      ['a', 11],
      ['c', 3],
      ['d', 4],
    ])
  })

  test('what throws rolls back', async () => {
    const thrown = on.db.runTransaction(async (transaction) => {
      await transaction
        .collection('things')
        .doc('a')
        .update({ data: { n: 99 } })
      throw new Error('changed my mind')
    })
    await expect(thrown).rejects.toThrow('changed my mind')
    expect(stored('a')?.n).toBe(1)
  })

  test('reads its own staged writes, by id and by query; nobody else does', async () => {
    const transaction = await on.db.startTransaction()
    const things = transaction.collection('things')
    await things.doc('a').update({ data: { village: 'V09' } })
    await things.add({ data: { _id: 'c', village: 'V01' } })
    await things.doc('b').remove()
    expect((await things.doc('a').get()).data.village).toBe('V09')
    expect((await things.where({ village: 'V01' }).get()).data.map(({ _id }) => _id)).toEqual(['c'])
    expect((await on.db.collection('things').where({ village: 'V01' }).get()).data).toHaveLength(2)
    await transaction.rollback('done')
    expect(on.cloud.dump('things')).toHaveLength(2)
  })

  test('reads the snapshot of its beginning', async () => {
    const transaction = await on.db.startTransaction()
    await on.db
      .collection('things')
      .doc('a')
      .update({ data: { n: 50 } })
    expect((await transaction.collection('things').doc('a').get()).data.n).toBe(1)
    await transaction.rollback('done')
  })

  test('a document changed since the beginning: conflict in the operation, −501001, told by its text', async () => {
    const transaction = await on.db.startTransaction()
    await on.db
      .collection('things')
      .doc('a')
      .update({ data: { n: 50 } })
    const refusal = await refusalOf(
      transaction
        .collection('things')
        .doc('a')
        .update({ data: { n: 2 } }),
    )
    expect(refusal).toMatchObject({ errCode: -501001, errMsg: expect.stringMatching(CONFLICT) })
    expect(refusal.code).toBeUndefined()
  })

  test('a document another transaction holds: conflict; the first to commit wins', async () => {
    const [first, second] = [await on.db.startTransaction(), await on.db.startTransaction()]
    await first
      .collection('things')
      .doc('a')
      .update({ data: { n: 100 } })
    const refusal = await refusalOf(
      second
        .collection('things')
        .doc('a')
        .update({ data: { n: 200 } }),
    )
    expect(refusal.errMsg).toMatch(CONFLICT)
    await first.commit()
    expect(stored('a')?.n).toBe(100)
  })

  test('a conflict aborts at once and leaves no lock behind', async () => {
    const loser = await on.db.startTransaction()
    await loser
      .collection('things')
      .doc('b')
      .update({ data: { n: 7 } })
    await on.db
      .collection('things')
      .doc('a')
      .update({ data: { n: 50 } })
    await refusalOf(
      loser
        .collection('things')
        .doc('a')
        .update({ data: { n: 2 } }),
    )
    // Would wait for ever if the loser still held b.
    await on.db
      .collection('things')
      .doc('b')
      .update({ data: { n: 8 } })
    expect((await refusalOf(loser.commit())).errMsg).toMatch('TransactionNotExist')
    expect(stored('b')?.n).toBe(8)
  })

  test('a plain write on a locked document waits for the end of the transaction', async () => {
    const transaction = await on.db.startTransaction()
    await transaction
      .collection('things')
      .doc('a')
      .update({ data: { n: 10 } })
    const order: string[] = []
    const plain = on.db
      .collection('things')
      .doc('a')
      .update({ data: { n: on._.inc(1) } })
      .then(() => order.push('plain'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    order.push('commit')
    await transaction.commit()
    await plain
    expect(order).toEqual(['commit', 'plain'])
    expect(stored('a')?.n).toBe(11)
  })

  test('an id under creation: a plain add waits and is then a duplicate', async () => {
    const transaction = await on.db.startTransaction()
    await transaction
      .collection('things')
      .doc('z')
      .set({ data: { n: 1 } })
    const plain = refusalOf(on.db.collection('things').add({ data: { _id: 'z' } }))
    await transaction.commit()
    expect((await plain).errMsg).toMatch('duplicate key')
  })

  test('a unique index is checked at the commit, and the transaction ends', async () => {
    on.cloud.seed('phones', [{ _id: 'x', number: '138' }])
    const work = on.db.runTransaction((transaction) =>
      transaction
        .collection('phones')
        .doc('y')
        .set({ data: { number: '138' } }),
    )
    expect((await refusalOf(work)).errMsg).toMatch('duplicate key')
    expect(on.cloud.checkpoint()).toBe(true)
  })

  test('a conflict at the commit: the SDK tries four times and then gives a raw error without errCode', async () => {
    faults.inject({ on: 'database.commitTransaction', what: 'conflict', times: 9 })
    on.cloud.requests.reset()
    const refusal = await refusalOf(
      on.db.runTransaction((transaction) =>
        transaction
          .collection('things')
          .doc('a')
          .update({ data: { n: 5 } }),
      ),
    )
    expect(refusal.code).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(refusal.errCode).toBeUndefined()
    expect(on.cloud.requests.of('database.commitTransaction')).toBe(4)
    expect(stored('a')?.n).toBe(1)
  })

  test('fifty at once on one document: increments lose nothing, compare-and-set loses nothing when retried', async () => {
    const n = on.db.collection('things').doc('a')
    await Promise.all(Array.from({ length: 50 }, () => n.update({ data: { n: on._.inc(1) } })))
    expect(stored('a')?.n).toBe(51)
    await Promise.all(Array.from({ length: 20 }, () => addByCompareAndSet(on.db, 'b')))
    expect(stored('b')?.n).toBe(22)
  })

  test('eight writers, 12 transfers each, sums read meanwhile: nothing is lost or made', async () => {
    const accounts = Array.from({ length: 10 }, (_, i) => `k${i}`)
    on.cloud.seed(
      'others',
      accounts.map((_id) => ({ _id, coins: 100 })),
    )
    const sums: number[] = []
    const outcomes = await Promise.all([
      ...Array.from({ length: 8 }, (_, writer) => transfers(on.db, accounts, writer, 12)),
      sumsOf(on.db, accounts, 10, sums),
    ])
    const committed = outcomes.reduce<number>((sum, n) => sum + (n ?? 0), 0)
    expect(committed).toBeGreaterThan(8)
    expect(new Set(sums)).toEqual(new Set([1000]))
    expect(on.cloud.dump('others').reduce((sum, { coins }) => sum + (coins as number), 0)).toBe(1000)
  })
})

describe('a transaction that is left open', () => {
  test('ends after its time; its document is free again, a commit is refused', async () => {
    const { cloud, remove } = await temporaryCloud({ database: testDatabase, limits: { transactionMs: 300 } })
    const db = cloud.sdk().database() as unknown as Db
    cloud.seed('things', [{ _id: 'a', n: 1 }])
    const transaction = await holding(db, 'a')
    await db
      .collection('things')
      .doc('a')
      .update({ data: { n: 3 } })
    expect((await refusalOf(transaction.commit())).errMsg).toMatch('TransactionNotExist')
    expect(cloud.dump('things')).toEqual([{ _id: 'a', n: 3 }])
    await remove()
  })
})

/** A transaction that has written to `id` and holds it; begun anew where this machine took all its time for that. */
async function holding(db: Db, id: string) {
  for (;;) {
    const transaction = await db.startTransaction()
    const writing = transaction
      .collection('things')
      .doc(id)
      .update({ data: { n: 2 } })
    const holds = await writing.then(
      () => true,
      () => false,
    )
    if (holds) return transaction
  }
}

async function addByCompareAndSet(db: Db, id: string): Promise<void> {
  for (;;) {
    const { n } = (await db.collection('things').doc(id).get()).data
    const { stats } = await db
      .collection('things')
      .where({ _id: id, n })
      .update({ data: { n: Number(n) + 1 } })
    if (stats.updated === 1) return
  }
}

async function transfers(db: Db, accounts: string[], writer: number, times: number): Promise<number> {
  let committed = 0
  for (let i = 0; i < times; i++) {
    const from = accounts[(writer * 3 + i) % 10]!
    const to = accounts[(writer * 7 + i * 3 + 1) % 10]!
    if (from === to) continue
    const work = db.runTransaction(async (transaction) => {
      const coins = transaction.collection('others')
      const [giver, taker] = [await coins.doc(from).get(), await coins.doc(to).get()]
      await coins.doc(from).update({ data: { coins: Number(giver.data.coins) - 7 } })
      await coins.doc(to).update({ data: { coins: Number(taker.data.coins) + 7 } })
    })
    const error = await work.then(
      () => null,
      (error) => error,
    )
    if (error === null) committed += 1
    else expect(`${error.errMsg} ${error.message} ${error.code}`).toMatch(/conflict/i)
  }
  return committed
}

async function sumsOf(db: Db, accounts: string[], times: number, sums: number[]): Promise<void> {
  for (let i = 0; i < times; i++)
    await db.runTransaction(async (transaction) => {
      let sum = 0
      for (const id of accounts) sum += Number((await transaction.collection('others').doc(id).get()).data.coins)
      sums.push(sum)
    })
}
