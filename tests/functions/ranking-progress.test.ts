import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { roundOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

jest.setTimeout(60_000)
let today: Day
beforeAll(async () => {
  today = await day({ state: 'running' })
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })

describe('ranking.progressOfDay: what is in and what is out, never a score', () => {
  test.each(allBut('administrator', 'secondAdministrator', 'leader', 'districtLeader', 'inspector'))(
    '%s may not',
    async (who) => {
      expect(await codeOf(today, who, 'ranking', 'progressOfDay', ask())).toBe('notAllowed')
    },
  )

  test('an inspector of another panel may not', async () => {
    const { panel } = roundOf(today)
    await change(today.cloud, 'rounds', today.roundId, { panel: panel.filter(({ id }) => id !== 'I01') })
    expect(await codeOf(today, 'inspector', 'ranking', 'progressOfDay', ask())).toBe('notAllowed')
    await change(today.cloud, 'rounds', today.roundId, { panel })
  })

  test('an administrator sees every stop and every inspector, in the route’s order, and nothing is written', async () => {
    const before = stored(today.cloud)
    const progress = await today.administrator.does('ranking', 'progressOfDay', ask())
    expect(stored(today.cloud)).toEqual(before)
    expect(progress.stops.map(({ village }) => village.id)).toEqual(today.file.stops.map(({ villageId }) => villageId))
    expect(progress).toMatchObject({ cardsIn: 71, cardsExpected: 72, closedAt: null, sealableAt: null, proposals: [] })
    expect(progress.inspectors).toHaveLength(11)
    expect(progress.inspectors[0]).toMatchObject({ memberId: 'I01', submitted: 6, drafts: 0, expected: 6, missing: [] })
    // 175, 201, 120, 147, 205, 127, 177, 130 responses came.
    expect(progress.stops.map(({ responses }) => responses)).toEqual([175, 200, 120, 145, 205, 125, 175, 130])
    expect(progress.stops.every(({ quotaReached }) => quotaReached)).toBe(true)
  })

  test('it says no score, mean or rank, to nobody', async () => {
    for (const person of [today.administrator, today.leader, today.inspector('I01')]) {
      const words = Object.keys(flat(await person.does('ranking', 'progressOfDay', ask())))
      expect(words.filter((word) => /rank|total|mean|score|mark/i.test(word))).toEqual([])
    }
  })

  test('the sample’s one card still out, and another that is a draft', async () => {
    const id = `${today.roundId}:I07:V01`
    const { submitted } = today.dump('scorecards').find(({ _id }) => _id === id)!
    const set = (value: unknown) =>
      change(today.cloud, 'scorecards', id, { submitted: today.cloud.sdk().database().command.set(value) })
    await set(null)
    const progress = await today.administrator.does('ranking', 'progressOfDay', ask())
    await set(submitted)
    expect(progress).toMatchObject({ cardsIn: 70, cardsExpected: 72 })
    expect(progress.inspectors.find(({ memberId }) => memberId === 'I07')).toMatchObject({
      submitted: 6,
      drafts: 1,
      expected: 8,
      missing: [
        { villageId: 'V01', name: '云溪村', state: 'draft' },
        { villageId: 'V08', name: '红林村', state: 'none' },
      ],
    })
    expect(progress.stops[0]).toMatchObject({ cardsIn: 8, cardsExpected: 9 })
    expect(progress.stops[7]).toMatchObject({ cardsIn: 8, cardsExpected: 9 })
  })

  test('an inspector sees the stops and themself alone; a leader nobody', async () => {
    const mine = await today.inspector('I04').does('ranking', 'progressOfDay', ask())
    expect(mine.inspectors.map(({ memberId }) => memberId)).toEqual(['I04'])
    expect(mine.stops).toHaveLength(8)
    const leader = await today.leader.does('ranking', 'progressOfDay', ask())
    expect(leader.inspectors).toEqual([])
    expect(leader.stops).toHaveLength(8)
  })

  test('a district leader sees the district’s villages by name; the totals stay whole', async () => {
    const progress = await today.districtLeader.does('ranking', 'progressOfDay', ask())
    expect(progress.stops.map(({ village }) => village.id)).toEqual(['V01', 'V04', 'V06'])
    expect(progress).toMatchObject({ cardsIn: 71, cardsExpected: 72 })
    expect(JSON.stringify(progress)).not.toContain('红林村')
  })

  test('a skipped stop expects no card', async () => {
    const { stops } = roundOf(today)
    await change(today.cloud, 'rounds', today.roundId, {
      stops: stops.map((stop) => (stop.villageId === 'V08' ? { ...stop, state: 'skipped' } : stop)),
    })
    const progress = await today.administrator.does('ranking', 'progressOfDay', ask())
    expect(progress).toMatchObject({ cardsIn: 63, cardsExpected: 63 })
    expect(progress.stops.at(-1)).toMatchObject({ state: 'skipped', cardsIn: 0, cardsExpected: 0 })
    await change(today.cloud, 'rounds', today.roundId, { stops })
  })

  test('it costs five database requests, however much came in', async () => {
    const cost = await today.cloud.requests.during(() => today.administrator.does('ranking', 'progressOfDay', ask()))
    expect(cost).toBe(5)
  })

  test('closed: from when it can be sealed, an appeal window included, and what waits for a second person', async () => {
    const confirmed = today.dump('deductions').find(({ state }) => state === 'confirmed')!
    const confirmedAt = Date.now() - 10 * 60_000
    await change(today.cloud, 'deductions', String(confirmed._id), { confirmedAt })
    const { closedAt } = await today.administrator.does('round', 'close', { ...ask(), sendId: newId() })
    expect(await today.administrator.does('ranking', 'progressOfDay', ask())).toMatchObject({
      closedAt,
      sealableAt: confirmedAt + 60 * 60_000,
    })

    await change(today.cloud, 'deductions', String(confirmed._id), { confirmedAt: 1 })
    await change(today.cloud, 'rounds', today.roundId, { closedAt: closedAt - 61_000 })
    await today.administrator.does('round', 'seal', { ...ask(), sendId: newId() })
    const { proposals } = await today.inspector('I01').does('ranking', 'progressOfDay', ask())
    expect(proposals).toEqual([expect.objectContaining({ kind: 'seal', isMine: false, mayAgree: true })])
    const { proposals: seenByLeader } = await today.leader.does('ranking', 'progressOfDay', ask())
    expect(seenByLeader).toEqual([expect.objectContaining({ mayAgree: false })])
  })

  test.each(['draft', 'sealed', 'announced', 'archived'])('not in %s', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    expect(await codeOf(today, 'administrator', 'ranking', 'progressOfDay', ask())).toBe('wrongState')
  })
})

/** Every name in an answer. */
function flat(value: unknown, into: Record<string, true> = {}): Record<string, true> {
  if (Array.isArray(value)) for (const one of value) flat(one, into)
  else if (value && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) {
      into[name] = true
      flat(inner, into)
    }
  return into
}
