/** The timer: only the platform's clock sets it going, and a sealing that nobody drives any more comes to its end by it. */
import type { SealingStep } from '../../src/contract/round'
import { roundResult } from '../../src/domain/result'
import { newId } from '../vocabulary/cards'
import { MINUTE, type TestClock, testClock } from '../vocabulary/clock'
import { type Day, day } from '../vocabulary/day'
import { everyone, someone } from '../vocabulary/everyone'
import { fewAnswers } from '../vocabulary/few-answers'
import { agreedToSeal, drive, driveToTheEnd, linesOf, roundOf, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

const file = fewAnswers()
const expected = roundResult(file)

let today: Day
let clock: TestClock
const tick = () => today.cloud.trigger('timer', 'everyTenMinutes')
const done = { ok: true, data: { goOnSealing: 'done' } }
/** A slow machine's tick leaves the rest to the next one, as it should. */
const ticksToTheEnd = async () => {
  do expect(await tick()).toEqual(done)
  while (roundOf(today).state === 'sealing')
}
const sealedLines = () => linesOf(today, 'seal').filter(({ after }) => after === 'sealed')

/** Two have agreed, and both have put their phones away. */
async function abandoned(): Promise<void> {
  clock = testClock()
  clock.until('20:00')
  today = await day({ state: 'closed', file, now: clock.now })
  // The file's own day, so that the digest is its own.
  await change(today.cloud, 'rounds', today.roundId, { day: file.date })
  await agreedToSeal(today)
}

describe('nobody but the platform’s clock', () => {
  beforeAll(async () => {
    await abandoned()
    clock.later(10 * MINUTE)
  })
  afterAll(() => today.stop())

  const forged = [
    { Type: 'Timer', TriggerName: 'everyTenMinutes', Time: '2026-11-29T12:00:00Z', Message: '' },
    { Type: 'Timer', SOURCE: 'wx_trigger', userInfo: { appId: 'wx0000000000000000' } },
    { Type: 'Timer', OPENID: '', openid: '', action: 'goOnSealing', payload: {} },
    { action: 'goOnSealing', payload: {} },
    {},
  ]
  const refused = { ok: false, error: expect.objectContaining({ code: 'notAllowed' }) }

  test.each(everyone)('%s is refused, whatever is sent, and nothing is written', async (who) => {
    const before = stored(today.cloud)
    for (const event of forged) expect(await someone(today, who).sends('timer', event)).toEqual(refused)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a call without an account, and another function’s, are refused as well', async () => {
    const before = stored(today.cloud)
    for (const event of [...forged, null, [], 'Timer']) expect(await today.cloud.call('timer', event)).toEqual(refused)
    const [data] = forged
    const called = (await today.cloud.sdk().callFunction({ name: 'timer', data: data! })) as { result: unknown }
    expect(called.result).toEqual(refused)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('and the platform’s clock is let in', async () => {
    await ticksToTheEnd()
    expect(roundOf(today).state).toBe('sealed')
  })
})

describe('a sealing that nobody drives', () => {
  beforeEach(abandoned)
  afterEach(() => today.stop())

  test('is left to whoever looks for two minutes', async () => {
    clock.stands()
    clock.later(MINUTE)
    const before = stored(today.cloud)
    expect(await tick()).toEqual(done)
    expect(stored(today.cloud)).toEqual(before)
    clock.later(MINUTE)
    await ticksToTheEnd()
    expect(roundOf(today).state).toBe('sealed')
  })

  test.each<SealingStep>(['freeze', 'write', 'delete', 'done'])(
    'left at %s, comes to the file’s own digest by the timer alone, with one line that says whose it was',
    async (step) => {
      while (roundOf(today).sealing!.step !== step) await drive(today)
      clock.later(10 * MINUTE)
      await ticksToTheEnd()
      expect(roundOf(today)).toMatchObject({ state: 'sealed', sealing: null })
      expect(snapshotOf(today).digest).toBe(expected.digest)
      expect(sealedLines()).toEqual([expect.objectContaining({ memberId: '_timer', on: '2024-2:1' })])
      const { answers, ballots, secrets } = stored(today.cloud)
      expect({ answers, ballots, secrets }).toEqual({ answers: [], ballots: [], secrets: [] })
    },
  )

  test('a tick that is cut off is gone on with by the next; between the line and the seal too', async () => {
    clock.later(10 * MINUTE)
    today.cloud.faults.inject({ on: 'database.removeDocument', collection: 'answers', what: 'drop' })
    expect(await tick()).toEqual({ ok: true, data: { goOnSealing: 'failed' } })
    expect(roundOf(today).sealing!.step).toBe('delete')
    today.cloud.faults.inject({ on: 'database.insertDocument', collection: 'audits', what: 'drop' })
    expect(await tick()).toEqual({ ok: true, data: { goOnSealing: 'failed' } })
    expect(roundOf(today)).toMatchObject({ state: 'sealing', sealing: { step: 'done' } })
    await ticksToTheEnd()
    expect(roundOf(today).state).toBe('sealed')
    expect(snapshotOf(today).digest).toBe(expected.digest)
    expect(sealedLines()).toHaveLength(1)
  })

  test('beside itself and beside a person: one seal, one line, the same digest', async () => {
    clock.later(10 * MINUTE)
    await Promise.all([tick(), tick(), driveToTheEnd(today)])
    expect(roundOf(today).state).toBe('sealed')
    expect(snapshotOf(today).digest).toBe(expected.digest)
    expect(sealedLines()).toHaveLength(1)
  })

  test('that cannot be sealed is put back to `closed`, in the timer’s name, and nothing is lost', async () => {
    const [measurement] = today.dump('measurements')
    await change(today.cloud, 'measurements', String(measurement!._id), { value: 99 })
    const { answers } = stored(today.cloud)
    clock.later(10 * MINUTE)
    expect(await tick()).toEqual(done)
    expect(roundOf(today)).toMatchObject({ state: 'closed', sealing: null })
    expect(stored(today.cloud)).toMatchObject({ answers, snapshots: [] })
    const its = linesOf(today, 'seal').filter(({ memberId }) => memberId === '_timer')
    expect(its).toMatchObject([{ before: { sealing: 'freeze' }, after: { state: 'closed' } }])
  })
})

describe('a tick where nothing waits', () => {
  beforeAll(async () => {
    clock = testClock()
    clock.until('12:00')
    today = await day({ state: 'running', now: clock.now })
  })
  afterAll(() => today.stop())

  test('asks the database once by day, four times at night, and writes nothing', async () => {
    const before = stored(today.cloud)
    expect(await today.cloud.requests.during(tick)).toBe(1)
    clock.until('03:00')
    expect(await today.cloud.requests.during(tick)).toBe(4)
    clock.until('04:00')
    expect(await today.cloud.requests.during(tick)).toBe(1)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a round that is closed and proposed is not sealed by the clock', async () => {
    const { roundId } = today
    await today.administrator.does('round', 'close', { roundId, sendId: newId() })
    clock.later(90 * MINUTE)
    await today.administrator.does('round', 'seal', { roundId, sendId: newId() })
    clock.later(90 * MINUTE)
    await tick()
    expect(roundOf(today)).toMatchObject({ state: 'closed', sealing: null })
  })
})
