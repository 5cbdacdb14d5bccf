/**
 * Each figure of limits.ts is enforced: as much as it says passes, one more does not. Where the documented figure would
 * take long, a smaller one stands for it.
 */
import { strict as assert } from 'node:assert'
import { documentedLimits, type Limits } from '../../local-cloud/limits'
import { say } from '../wire'
import { type Ground, type Row, refusal } from './row'

export type LimitCase = (ground: Ground) => Promise<void>

const many = (n: number) => Array.from({ length: n }, (_, i) => ({ _id: `t${String(i).padStart(6, '0')}` }))
const collections = (n: number, indexes = 0) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      i === 0 ? 'things' : `c${i}`,
      { rule: 'ADMINONLY' as const, indexes: Array.from({ length: indexes }, (_, at) => ({ fields: [`f${at}`] })) },
    ]),
  )
const call = (ground: Ground, name: string, data: unknown) => () => ground.cloud.call(name, data, 'oA')
const refusedWith = async (work: () => Promise<unknown>, why: RegExp) => assert.match((await refusal(work)).errMsg, why)

/** One of each, or the proof fails. */
export const limitCases: { readonly [limit in keyof Limits]: LimitCase } = {
  async functionRequestBytes(ground) {
    const event = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) })
    await call(ground, 'echo', event(documentedLimits.functionRequestBytes))()
    await refusedWith(call(ground, 'echo', event(documentedLimits.functionRequestBytes + 1)), /EXCEED_MAX_PAYLOAD_SIZE/)
    // Bytes, not characters.
    await refusedWith(call(ground, 'echo', { text: '村'.repeat(40_000) }), /EXCEED_MAX_PAYLOAD_SIZE/)
  },
  async functionResponseBytes(ground) {
    const most = documentedLimits.functionResponseBytes - '""'.length
    await call(ground, 'large', { length: most })()
    await refusedWith(call(ground, 'large', { length: most + 1 }), /EXCEED_MAX_RESPONSE_SIZE/)
  },
  async functionEnvironmentBytes(ground) {
    // Its config.json gives it as much, and one byte more.
    assert.equal(await call(ground, 'environment', {})(), documentedLimits.functionEnvironmentBytes - 'V'.length)
    await refusedWith(call(ground, 'environment-too-large', {}), /environment too large/)
  },
  async functionTimeoutSeconds({ elsewhere }) {
    await elsewhere({ limits: { functionTimeoutSeconds: 0.05 } }, (there) =>
      refusedWith(call(there, 'never', {}), /timed out after 0.05 seconds/),
    )
  },
  async functionMostTimeoutSeconds({ elsewhere }) {
    // `patient` asks for 900 s.
    await elsewhere({ limits: { functionMostTimeoutSeconds: 0.05 } }, (there) =>
      refusedWith(call(there, 'patient', {}), /timed out after 0.05 seconds/),
    )
  },
  async functionConcurrentRequests({ elsewhere }) {
    await elsewhere({ limits: { functionConcurrentRequests: 2 }, instances: 2 }, async (there) => {
      const three = await Promise.allSettled([1, 2, 3].map((n) => call(there, 'echo', { n })()))
      assert.deepEqual(
        three.map(({ status }) => status),
        ['fulfilled', 'fulfilled', 'rejected'],
      )
    })
  },
  async functions({ elsewhere }) {
    await elsewhere({ limits: { functions: 6 } }, async () => {})
    await assert.rejects(
      elsewhere({ limits: { functions: 5 } }, async () => {}),
      /6 functions, 5 allowed/,
    )
  },
  async rows({ cloud }) {
    // Said past the SDK, which asks for no more than these itself.
    cloud.seed('things', many(documentedLimits.rows + 1))
    const limit = documentedLimits.rows + 1
    const { data } = await say(cloud.url, { action: 'database.getDocument', collectionName: 'things', limit })
    assert.equal((data as { list: string[] }).list.length, documentedLimits.rows)
  },
  async aggregateRows(ground) {
    ground.cloud.seed('things', many(documentedLimits.aggregateRows + 1))
    const { list } = await ground.on.things.aggregate().sort({ _id: 1 }).end()
    assert.equal(list.length, documentedLimits.aggregateRows)
  },
  async aggregateRowsWithLimit({ elsewhere }) {
    await elsewhere({ limits: { aggregateRowsWithLimit: 30 } }, async ({ cloud, on }) => {
      cloud.seed('things', many(31))
      assert.equal((await on.things.aggregate().limit(31).end()).list.length, 30)
    })
  },
  async databaseAnswerBytes({ elsewhere }) {
    const text = '村'.repeat(100)
    const bytes = Buffer.byteLength(JSON.stringify({ _id: 'a', text }))
    for (const [databaseAnswerBytes, passes] of [
      [bytes, true],
      [bytes - 1, false],
    ] as const)
      await elsewhere({ limits: { databaseAnswerBytes } }, async ({ cloud, on }) => {
        cloud.seed('things', [{ _id: 'a', text }])
        for (const ask of [() => on.things.get(), () => on.things.aggregate().limit(1).end()])
          if (passes) await ask()
          else await refusedWith(ask, /DATABASE_QUERY_SIZE_EXCEED_LIMIT/)
      })
  },
  async databaseRequestBytes({ elsewhere }) {
    await elsewhere({ limits: { databaseRequestBytes: 1_000 } }, async ({ cloud, on }) => {
      await on.things.add({ data: { text: 'x'.repeat(500) } })
      // 500 characters of Chinese are 1 500 bytes.
      await refusedWith(() => on.things.add({ data: { text: '村'.repeat(500) } }), /too large/)
      assert.equal(cloud.dump('things').length, 1)
    })
  },
  async collections({ elsewhere }) {
    const most = documentedLimits.collections
    await elsewhere({ database: collections(most) }, async () => {})
    await assert.rejects(
      elsewhere({ database: collections(most + 1) }, async () => {}),
      /101 collections, 100 allowed/,
    )
  },
  async indexes({ elsewhere }) {
    const most = documentedLimits.indexes
    await elsewhere({ database: collections(1, most) }, async () => {})
    await assert.rejects(
      elsewhere({ database: collections(1, most + 1) }, async () => {}),
      /more than 20 indexes/,
    )
  },
  async databaseRequestsASecond({ elsewhere }) {
    await elsewhere({ atItsPace: true, now: () => 0, limits: { databaseRequestsASecond: 3 } }, async ({ on }) => {
      for (let n = 0; n < 3; n++) await on.things.get()
      await refusedWith(() => on.things.get(), /EXCEED_REQUEST_LIMIT/)
    })
  },
  async transactionMs({ elsewhere }) {
    await elsewhere({ limits: { transactionMs: 2_000 } }, async ({ cloud, on }) => {
      cloud.seed('things', [{ _id: 'a', n: 1 }])
      const transaction = await on.db.startTransaction()
      await transaction
        .collection('things')
        .doc('a')
        .update({ data: { n: 2 } })
      // Waits for the lock, so for the end of the other's time.
      await on.things.doc('a').update({ data: { n: 3 } })
      await refusedWith(() => transaction.commit(), /TransactionNotExist/)
      assert.deepEqual(cloud.dump('things'), [{ _id: 'a', n: 3 }])
    })
  },
  async transactions({ elsewhere }) {
    await elsewhere({ limits: { transactions: 2 } }, async ({ on }) => {
      const [first] = [await on.db.startTransaction(), await on.db.startTransaction()]
      await refusedWith(() => on.db.startTransaction(), /too many transactions/)
      await first.rollback('makes room')
      await on.db.startTransaction()
    })
  },
  async filesARequest({ sdk }) {
    const files = (n: number) => Array.from({ length: n }, (_, i) => `cloud://local-cloud.local/none${i}`)
    const most = documentedLimits.filesARequest
    for (const ask of [
      (n: number) => sdk.getTempFileURL({ fileList: files(n) }),
      (n: number) => sdk.deleteFile({ fileList: files(n) }),
    ]) {
      assert.equal((await ask(most)).fileList.length, most)
      await refusal(() => ask(most + 1))
    }
  },
  async fileBytes({ elsewhere }) {
    await elsewhere({ limits: { fileBytes: 100 } }, async ({ sdk }) => {
      await sdk.uploadFile({ cloudPath: 'a.bin', fileContent: Buffer.alloc(100) })
      await refusal(() => sdk.uploadFile({ cloudPath: 'b.bin', fileContent: Buffer.alloc(101) }))
      const [told] = (await sdk.getTempFileURL({ fileList: ['cloud://local-cloud.local/b.bin'] })).fileList
      assert.notEqual(told!.status, 0)
    })
  },
  async temporaryUrlSeconds(ground) {
    const { fileID } = await ground.sdk.uploadFile({ cloudPath: 'u.txt', fileContent: Buffer.from('u') })
    const [told] = (await ground.sdk.getTempFileURL({ fileList: [fileID] })).fileList
    const until = Number(new URL(told!.tempFileURL).searchParams.get('until'))
    const seconds = (until - Date.now()) / 1000
    assert.ok(Math.abs(seconds - documentedLimits.temporaryUrlSeconds) < 60, `${seconds} s`)
    await ground.elsewhere({ limits: { temporaryUrlSeconds: 0 } }, async ({ sdk }) => {
      const own = await sdk.uploadFile({ cloudPath: 'u.txt', fileContent: Buffer.from('u') })
      const [expired] = (await sdk.getTempFileURL({ fileList: [own.fileID] })).fileList
      assert.equal((await fetch(expired!.tempFileURL)).status, 403)
    })
  },
}

const limit = (row: string, ...limits: (keyof Limits)[]): Row => ({
  table: 'limits',
  row,
  async holds(ground) {
    for (const name of limits) await limitCases[name](ground)
  },
})

export const limits: Row[] = [
  limit('cloud function request body', 'functionRequestBytes'),
  limit('response 1 MB', 'functionResponseBytes'),
  limit('SCF underneath', 'functionEnvironmentBytes'),
  limit('time-out: 3 s default', 'functionTimeoutSeconds', 'functionMostTimeoutSeconds'),
  // Rates and daily quotas are counted, not enforced (the local cloud's README).
  limit(
    '30 queries/s',
    'collections',
    'indexes',
    'functions',
    'functionConcurrentRequests',
    'databaseAnswerBytes',
    'databaseRequestBytes',
  ),
  limit('get in functions', 'rows'),
  limit('aggregate without limit', 'aggregateRows', 'aggregateRowsWithLimit'),
  limit('transactions: functions only', 'transactionMs', 'transactions'),
]

/** Limits that stand in no row of the document: files. */
export const otherLimits = (Object.keys(limitCases) as (keyof Limits)[]).filter((name) =>
  ['filesARequest', 'fileBytes', 'temporaryUrlSeconds'].includes(name),
)
