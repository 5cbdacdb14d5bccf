import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startLocalCloud } from '../../tools/local-cloud'
import { Faults } from '../../tools/local-cloud/faults'
import { cloudForThisFile, refusalOf, temporaryFolder, testDatabase } from './vocabulary'

describe('trouble on order', () => {
  const faults = new Faults()
  const on = cloudForThisFile({ faults })
  const add = (data: object) => on.db.collection('things').add({ data })
  beforeEach(() => faults.clear())
  // When a socket hangs up the SDK forgets its timer that warns of slow requests; a spy would be gone when it fires.
  beforeAll(() => {
    console.warn = () => {}
  })

  test('a conflict in an operation: refused, nothing written, the transaction is over', async () => {
    faults.inject({ on: 'database.modifyDocument', what: 'conflict' })
    const work = on.db.runTransaction((transaction) =>
      transaction
        .collection('things')
        .doc('a')
        .set({ data: { n: 1 } }),
    )
    expect((await refusalOf(work)).errMsg).toMatch('WriteConflict')
    expect(on.cloud.dump('things')).toEqual([])
    expect(on.cloud.checkpoint()).toBe(true)
  })

  test('a time-out after the write was applied: refused, and written all the same', async () => {
    faults.inject({ on: 'database.insertDocument', what: 'timeout' })
    expect((await refusalOf(add({ _id: 'a' }))).errCode).toBe(-501002)
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a' }])
  })

  test('a dropped answer: a socket error, and written all the same; the SDK does not send again', async () => {
    faults.inject({ on: 'database.insertDocument', what: 'drop' })
    on.cloud.requests.reset()
    await refusalOf(add({ _id: 'a' }))
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a' }])
    expect(on.cloud.requests.of('database.insertDocument')).toBe(1)
  })

  test('a dropped answer to a commit: the caller sees an error without errCode, and it was applied', async () => {
    faults.inject({ on: 'database.commitTransaction', what: 'drop' })
    const refusal = await refusalOf(
      on.db.runTransaction((transaction) =>
        transaction
          .collection('things')
          .doc('a')
          .set({ data: { n: 1 } }),
      ),
    )
    expect(refusal.errCode).toBeUndefined()
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a', n: 1 }])
  })

  test('a duplicate delivery: an increment counts twice, an add of a known id is a duplicate', async () => {
    on.cloud.seed('things', [{ _id: 'a', n: 0 }])
    faults.inject({ on: 'database.modifyDocument', what: 'duplicate', collection: 'things' })
    await on.db
      .collection('things')
      .doc('a')
      .update({ data: { n: on._.inc(1) } })
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a', n: 2 }])
    faults.inject({ on: 'database.insertDocument', what: 'duplicate' })
    expect((await refusalOf(add({ _id: 'b' }))).errMsg).toMatch('duplicate key')
  })

  test('only requests about something, until it is withdrawn', async () => {
    const fault = { on: 'database.insertDocument', what: 'timeout', about: 'round-7', times: 9 } as const
    faults.inject(fault)
    await add({ _id: 'round-8:a' })
    await refusalOf(add({ _id: 'round-7:a' }))
    faults.withdraw(fault)
    await add({ _id: 'round-7:b' })
    expect(on.cloud.dump('things').map(({ _id }) => _id)).toEqual(['round-7:a', 'round-7:b', 'round-8:a'])
  })

  test('after so many requests, so many times', async () => {
    faults.inject({ on: 'database.insertDocument', what: 'timeout', after: 1, times: 2 })
    const outcomes = []
    for (let i = 0; i < 4; i++)
      outcomes.push(
        await add({}).then(
          () => 'ok',
          () => 'refused',
        ),
      )
    expect(outcomes).toEqual(['ok', 'refused', 'refused', 'ok'])
  })
})

describe('killed while eight write', () => {
  test.each([
    ['before a write', 'killBefore'],
    ['after a write, before its answer', 'killAfter'],
  ])('%s: every acknowledged document is there', async (_when, what) => {
    const dataDir = temporaryFolder()
    const acknowledged = await writeUntilKilled(dataDir, what)
    expect(acknowledged.length).toBeGreaterThanOrEqual(100)
    const cloud = await startLocalCloud({ dataDir, database: testDatabase, quiet: true })
    const there = new Set(cloud.dump('things').map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
    await cloud.stop()
  })
})

/** The ids whose add was answered before the process died. */
function writeUntilKilled(dataDir: string, what: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      require.resolve('tsx/cli'),
      join(__dirname, 'fixtures/killed-writer.ts'),
      dataDir,
      what,
    ])
    let printed = ''
    child.stdout.on('data', (text) => {
      printed += text
    })
    child.on('error', reject)
    child.on('close', () => resolve(printed.split('\n').slice(0, -1)))
  })
}
