/** Errors as the function sees them, conflicts, and what travels with a transaction. */
import { strict as assert } from 'node:assert'
import { Faults, type Trouble } from '../../local-cloud/faults'
import type { Transaction } from '../case'
import { type Ground, type Row, refusal, sent } from './row'

const row = (row: string, holds: (ground: Ground) => Promise<void>): Row => ({ table: 'errors', row, holds })
const one = [{ _id: 'a', n: 1 }]
const read = ({ on }: Ground) => on.things.doc('a').get()
const write = ({ on }: Ground) => on.things.doc('a').update({ data: { n: 2 } })

/** What the SDK makes of an answer with this code. */
async function errCodeOf({ wire, on }: Ground, code: string): Promise<number | undefined> {
  wire.answerNext(200, JSON.stringify({ requestId: 'x', code, message: `[${code}] said so` }))
  return (await refusal(() => on.things.where({ n: 1 }).get())).errCode
}

function withFault(on: string, what: Trouble, times = 1): Faults {
  return new Faults().inject({ on, what, times })
}

export const errors: Row[] = [
  row('DATABASE_TRANSACTION_CONFLICT, DATABASE_DUPLICATE_WRITE, unknown codes', async (ground) => {
    for (const code of ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_DUPLICATE_WRITE', 'NEVER_HEARD_OF'])
      assert.equal(await errCodeOf(ground, code), -501001, code)
    await ground.on.things.add({ data: one })
    const twin = await refusal(() => ground.on.things.add({ data: one }))
    assert.equal(twin.errCode, -501001)
    assert.match(twin.errMsg, /DATABASE_DUPLICATE_WRITE.*E11000 duplicate key/)
    await ground.elsewhere({ faults: withFault('database.modifyDocument', 'drop') }, async (there) => {
      there.cloud.seed('things', one)
      assert.equal((await refusal(() => write(there))).errCode, -501001)
      // Done, though nobody heard of it.
      assert.deepEqual(there.cloud.dump('things'), [{ _id: 'a', n: 2 }])
    })
  }),
  row('DATABASE_REQUEST_FAILED', async (ground) => {
    ground.cloud.seed('things', [{ _id: 'a', n: 'text' }])
    const refused = await refusal(() => ground.on.things.doc('a').update({ data: { n: ground.on._.inc(1) } }))
    assert.equal(refused.errCode, -502001)
  }),
  row('DATABASE_COLLECTION_NOT_EXIST', async ({ on }) => {
    assert.equal((await refusal(() => on.db.collection('nowhere').get())).errCode, -502005)
    assert.equal((await refusal(() => on.db.collection('nowhere').add({ data: { n: 1 } }))).errCode, -502005)
  }),
  row('EXCEED_REQUEST_LIMIT / EXCEED_CONCURRENT_REQUEST_LIMIT / SERVER_TIMEOUT', async (ground) => {
    assert.equal(await errCodeOf(ground, 'EXCEED_REQUEST_LIMIT'), -501003)
    assert.equal(await errCodeOf(ground, 'EXCEED_CONCURRENT_REQUEST_LIMIT'), -501004)
    await ground.elsewhere({ faults: withFault('database.getDocument', 'timeout') }, async (there) => {
      assert.equal((await refusal(() => read(there))).errCode, -501002)
    })
  }),
  row('doc.get, no document', async (ground) => {
    const refused = await refusal(() => ground.on.things.doc('none').get())
    assert.equal(refused.errCode, -1)
    assert.match(refused.errMsg, /does not exist/)
  }),
  row('HTTP 500 or HTML', async (ground) => {
    for (const status of [500, 200]) {
      ground.wire.answerNext(status, '<html>502 Bad Gateway</html>')
      const refused = await refusal(() => read(ground))
      assert.equal(refused.errCode, -1)
      assert.match(refused.errMsg, /SyntaxError|JSON/)
    }
  }),
  row('start/commit of a transaction', async (ground) => {
    const limits = { transactions: 0 }
    await ground.elsewhere({ limits }, async ({ on }) => {
      const refused = await refusal(() => on.db.startTransaction())
      assert.deepEqual([refused.errCode, refused.code], [undefined, 'EXCEED_CONCURRENT_REQUEST_LIMIT'])
    })
    await ground.elsewhere({ faults: withFault('database.commitTransaction', 'drop') }, async (there) => {
      there.cloud.seed('things', one)
      there.wire.forget()
      const work = (transaction: Transaction) =>
        transaction
          .collection('things')
          .doc('a')
          .update({ data: { n: 2 } })
      const refused = await refusal(() => there.on.db.runTransaction(work))
      assert.deepEqual([refused.errCode, refused.code], [undefined, 'ECONNRESET'])
      assert.deepEqual(there.cloud.dump('things'), [{ _id: 'a', n: 2 }])
      assert.equal(there.wire.heard.at(-1)?.body.action, 'database.abortTransaction')
    })
  }),
]

const conflict = (row: string, holds: (ground: Ground) => Promise<void>): Row => ({ table: 'conflicts', row, holds })
const CONFLICT = /TransactionConflict|WriteConflict|transaction conflict/i

export const conflicts: Row[] = [
  conflict('Conflict inside the callback', async (ground) => {
    ground.cloud.seed('things', one)
    let attempts = 0
    const refused = await refusal(() =>
      ground.on.db.runTransaction(async (transaction) => {
        attempts += 1
        await write(ground)
        await transaction
          .collection('things')
          .doc('a')
          .update({ data: { n: 3 } })
      }),
    )
    assert.deepEqual([attempts, refused.errCode, refused.code], [1, -501001, undefined])
    assert.match(refused.errMsg, CONFLICT)
    assert.deepEqual(ground.cloud.dump('things'), [{ _id: 'a', n: 2 }])
  }),
  conflict('Conflict at commit', async (ground) => {
    await ground.elsewhere({ faults: withFault('database.commitTransaction', 'conflict', 9) }, async (there) => {
      there.cloud.seed('things', one)
      const work = (transaction: Transaction) =>
        transaction
          .collection('things')
          .doc('a')
          .update({ data: { n: 2 } })
      const refused = await refusal(() => there.on.db.runTransaction(work))
      assert.deepEqual([refused.errCode, refused.code], [undefined, 'DATABASE_TRANSACTION_CONFLICT'])
      assert.equal(there.cloud.requests.of('database.commitTransaction'), 4)
      assert.deepEqual(there.cloud.dump('things'), one)
      // No attempt left a lock behind: a plain write need not wait.
      await write(there)
    })
  }),
  conflict('Conflict at start', async (ground) => {
    await ground.elsewhere({ faults: withFault('database.startTransaction', 'conflict', 9) }, async (there) => {
      const refused = await refusal(() => there.on.db.runTransaction(async () => {}))
      assert.deepEqual([refused.errCode, refused.code], [undefined, 'DATABASE_TRANSACTION_CONFLICT'])
      assert.equal(there.cloud.requests.of('database.startTransaction'), 1)
    })
  }),
]

/** Does what is asked inside a transaction carry its id? */
async function carriesId(
  ground: Ground,
  work: (things: Transaction, ground: Ground) => Promise<unknown>,
): Promise<boolean> {
  const transaction = await ground.on.db.startTransaction()
  const { transactionId } = ground.wire.heard.at(-1)!.answer!
  const body = await sent(ground, () => work(transaction, ground))
  await transaction.rollback('tried')
  return body.transactionId === transactionId
}

export const inTransactions: Row[] = [
  {
    table: 'in transactions',
    row: 'doc get/set/update/remove, add',
    async holds(ground) {
      ground.cloud.seed('things', one)
      const things = (transaction: Transaction) => transaction.collection('things')
      for (const work of [
        (t: Transaction) => things(t).doc('a').get(),
        (t: Transaction) =>
          things(t)
            .doc('a')
            .set({ data: { n: 2 } }),
        (t: Transaction) =>
          things(t)
            .doc('a')
            .update({ data: { n: 2 } }),
        (t: Transaction) => things(t).doc('a').remove(),
        (t: Transaction) => things(t).add({ data: { n: 2 } }),
        (t: Transaction) => things(t).where({ n: 1 }).get(),
      ])
        assert.ok(await carriesId(ground, work), String(work))
      assert.deepEqual(ground.cloud.dump('things'), one)
    },
  },
  {
    table: 'in transactions',
    row: 'where().update/remove/count and aggregate do not',
    async holds(ground) {
      const things = (transaction: Transaction) => transaction.collection('things')
      for (const work of [
        (t: Transaction) =>
          things(t)
            .where({ n: 9 })
            .update({ data: { n: 2 } }),
        (t: Transaction) => things(t).where({ n: 9 }).remove(),
        (t: Transaction) => things(t).where({ n: 9 }).count(),
        (t: Transaction) => things(t).aggregate().limit(1).end(),
      ])
        assert.ok(!(await carriesId(ground, work)), String(work))
    },
  },
]
