import type { ArrivalDoc, AuditDoc, LateDoc } from '../../cloudfunctions/common/documents'
import { villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { change, stored } from '../vocabulary/stored'

let today: Day
const at = Date.now() - 60_000
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

const arriveAt = (villageId: string, when = at) => ({ roundId: today.roundId, villageId, at: when })
const mine = () => villagesOf(today.file, 'I01').mine
const recused = () => villagesOf(today.file, 'I01').recused

describe('scoring.arrive: who may not', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    const before = stored(today.cloud)
    const answer = await today[who].asks('scoring', 'arrive', arriveAt('V01'))
    expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a villager', async () => {
    const answer = await today.villager(1).asks('scoring', 'arrive', arriveAt('V01'))
    expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })

  test('an inspector at a village of the own district, one unknown, and in a round nobody knows', async () => {
    const before = stored(today.cloud)
    const inspector = today.inspector('I01')
    expect(await inspector.asks('scoring', 'arrive', arriveAt(recused()[0]!))).toMatchObject({
      error: { code: 'recused', message: expect.stringContaining('回避') },
    })
    expect(await inspector.asks('scoring', 'arrive', arriveAt('V99'))).toMatchObject({ error: { code: 'outOfScope' } })
    expect(await inspector.asks('scoring', 'arrive', { ...arriveAt('V01'), roundId: 'nowhere' })).toMatchObject({
      error: { code: 'notAllowed' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('bad input: a field too many, a wrong type, a time before time', async () => {
    const before = stored(today.cloud)
    for (const payload of [
      { ...arriveAt('V01'), memberId: 'I02' },
      { ...arriveAt('V01'), at: 'now' },
      arriveAt('V01', -1),
      {},
      null,
    ]) {
      const answer = await today.inspector('I01').sends('scoring', { action: 'arrive', payload })
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', details: { problem: expect.any(String) } } })
    }
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('scoring.arrive: the first confirmation stands', () => {
  test('the phone’s time is kept, a line is written, and a second tap changes nothing', async () => {
    const villageId = mine()[0]!
    const inspector = today.inspector('I01')
    const first = await inspector.does('scoring', 'arrive', arriveAt(villageId))
    expect(first).toEqual({ confirmedAt: at, late: false })
    const after = stored(today.cloud)
    expect(after.arrivals).toEqual([
      expect.objectContaining({ _id: `${today.roundId}:I01:${villageId}`, inspectorId: 'I01', confirmedAt: at }),
    ])
    expect(after.audits).toEqual([
      expect.objectContaining({ action: 'arrive', memberId: 'I01', on: villageId, after: first }),
    ])

    expect(await inspector.does('scoring', 'arrive', arriveAt(villageId, at + 30_000))).toEqual(first)
    expect(stored(today.cloud)).toEqual(after)
  })

  test('ten taps at once are one arrival, and all hear the same', async () => {
    const villageId = mine()[1]!
    const taps = Array.from({ length: 10 }, (_, i) =>
      today.inspector('I01').does('scoring', 'arrive', arriveAt(villageId, at + i)),
    )
    const heard = new Set((await Promise.all(taps)).map(({ confirmedAt }) => confirmedAt))
    expect(heard.size).toBe(1)
    const arrivals = today.dump('arrivals') as unknown as ArrivalDoc[]
    expect(arrivals.filter((arrival) => arrival.villageId === villageId)).toHaveLength(1)
    const lines = (today.dump('audits') as unknown as AuditDoc[]).filter((line) => line.on === villageId)
    expect(lines).toHaveLength(1)
  })

  test('a phone whose clock runs ahead does not arrive in the future', async () => {
    const { confirmedAt } = await today
      .inspector('I01')
      .does('scoring', 'arrive', arriveAt(mine()[2]!, Date.now() + 3_600_000))
    expect(confirmedAt).toBeLessThanOrEqual(Date.now())
  })

  test('it costs five database requests, the line among them', async () => {
    const cost = await today.cloud.requests.during(() =>
      today.inspector('I01').does('scoring', 'arrive', arriveAt(mine()[3]!)),
    )
    expect(cost).toBe(5)
  })
})

describe('scoring.arrive: the day changes', () => {
  test('a skipped stop is told apart from a wrong hour', async () => {
    const stops = today.file.stops.map((stop) => (stop.order === 5 ? { ...stop, state: 'skipped' as const } : stop))
    const skipped = stops[4]!.villageId
    const inspector = today.file.panel.find(({ recusedVillageIds }) => !recusedVillageIds.includes(skipped))!
    await change(today.cloud, 'rounds', today.roundId, { stops })
    expect(await today.inspector(inspector.id).asks('scoring', 'arrive', arriveAt(skipped))).toMatchObject({
      error: { code: 'wrongState', details: { state: 'running', stop: 'skipped' } },
    })
  })

  test('after closing it is late work with the phone’s time, kept once; what had arrived before stands', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed' })
    const inspector = today.inspector('I01')
    const earlier = await inspector.does('scoring', 'arrive', arriveAt(mine()[0]!))
    expect(earlier).toEqual({ confirmedAt: at, late: false })

    const villageId = mine().at(-1)!
    const late = arriveAt(villageId)
    expect(await inspector.does('scoring', 'arrive', late)).toEqual({ confirmedAt: at, late: true })
    expect(await inspector.does('scoring', 'arrive', late)).toEqual({ confirmedAt: at, late: true })
    const kept = today.dump('late') as unknown as LateDoc[]
    expect(kept).toEqual([
      expect.objectContaining({ memberId: 'I01', villageId, action: 'arrive', payload: late, at, state: 'waiting' }),
    ])
    expect(today.dump('arrivals')).not.toContainEqual(expect.objectContaining({ villageId, inspectorId: 'I01' }))
  })

  test.each(['draft', 'ready', 'sealing', 'sealed', 'announced', 'archived'])('%s: refused', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    const before = stored(today.cloud)
    const answer = await today.inspector('I01').asks('scoring', 'arrive', arriveAt(mine()[0]!))
    expect(answer).toMatchObject({ error: { code: 'wrongState', details: { state } } })
    expect(stored(today.cloud)).toEqual(before)
  })
})
