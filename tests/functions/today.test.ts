import type { Today } from '../../src/contract/round'
import { itemsOf, newId, plainCard, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { change, stored } from '../vocabulary/stored'

let day2: Day
beforeAll(async () => {
  day2 = await day({ state: 'running' })
})
afterAll(() => day2.stop())

const ask = () => ({ roundId: day2.roundId })
const todayOf = (id: string): Promise<Today> => day2.inspector(id).does('round', 'today', ask())

describe('round.today: who may not', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    expect(await day2[who].asks('round', 'today', ask())).toMatchObject({ error: { code: 'notAllowed' } })
  })
  test('a villager; and nobody asks for another’s day', async () => {
    expect(await day2.villager(1).asks('round', 'today', ask())).toMatchObject({ error: { code: 'notAllowed' } })
    const payload = { ...ask(), inspectorId: 'I02' }
    expect(await day2.inspector('I01').sends('round', { action: 'today', payload })).toMatchObject({
      error: { code: 'invalid' },
    })
  })
})

describe('round.today: the whole day on the phone', () => {
  test('every stop in order, with what is marked there', async () => {
    const before = stored(day2.cloud)
    const today = await todayOf('I01')
    expect(today).toMatchObject({
      round: { id: day2.roundId, number: 2, state: 'running' },
      schemeTitle: day2.file.scheme.title,
      weights: day2.file.scheme.weights,
      inspector: { id: 'I01', name: day2.file.panel[0]!.name },
    })
    expect(today.stops.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    for (const { village, items, recused } of today.stops) {
      expect(items.map(({ id }) => id)).toEqual(recused ? [] : itemsOf(day2.file, village.id).map(({ id }) => id))
    }
    expect(stored(day2.cloud)).toEqual(before)
  })

  test('a judged indicator brings its rubric and the action it belongs to, a goal its difficulty', async () => {
    const { indicators, actions } = day2.file.scheme
    const indicator = indicators.find(({ kind }) => kind === 'judged')!
    const stop = (await todayOf('I01')).stops.find(({ recused }) => !recused)!
    expect(stop.items.find(({ id }) => id === indicator.id)).toEqual({
      id: indicator.id,
      paper: 'common',
      title: indicator.title,
      action: actions.find(({ id }) => id === indicator.actionId)!.title,
      full: indicator.full,
      step: indicator.step,
      rubric: indicator.kind === 'judged' ? indicator.rubric : [],
      difficulty: 1,
    })
    const goal = day2.file.goals.find(({ villageId }) => villageId === stop.village.id)!
    expect(stop.items.find(({ id }) => id === goal.id)).toMatchObject({
      paper: 'demonstration',
      title: goal.title,
      action: '',
      difficulty: goal.difficulty,
    })
  })

  test('measured facts with their value and the mark that their table gives', async () => {
    const { stops } = await todayOf('I01')
    const facts = stops.flatMap(({ village, facts }) => facts.map((fact) => ({ villageId: village.id, ...fact })))
    expect(facts).toHaveLength(day2.file.measurements.length)
    const bands = day2.file.scheme.indicators.find(({ id }) => id === facts[0]!.id)
    if (bands?.kind !== 'measured') throw new Error('no measured indicator')
    const { value, mark } = facts[0]!
    expect(mark).toBe(bands.bands.filter(({ from }) => from === null || from <= value).at(-1)!.mark)
  })

  test('what does not apply is named, and not asked', async () => {
    const [pair] = day2.file.notApplicable
    const stop = (await todayOf('I01')).stops.find(({ village }) => village.id === pair!.villageId)!
    expect(stop.notApplicable.map(({ id }) => id)).toContain(pair!.indicatorId)
    expect([...stop.items, ...stop.facts].map(({ id }) => id)).not.toContain(pair!.indicatorId)
  })

  test('where one is recused: why, in words, and nothing to mark', async () => {
    const { recused } = villagesOf(day2.file, 'I01')
    const stops = (await todayOf('I01')).stops.filter(({ village }) => recused.includes(village.id))
    expect(stops.length).toBeGreaterThan(0)
    for (const stop of stops) expect(stop).toMatchObject({ recused: true, recusedBecause: '与您同区', items: [] })
  })
})

describe('round.today: before sealing nobody sees another’s marks', () => {
  test('one’s own cards and arrivals, and those alone', async () => {
    const { cards, arrivals } = await todayOf('I01')
    const own = day2.file.scorecards.filter(({ inspectorId }) => inspectorId === 'I01')
    expect(cards.map(({ villageId, submitted }) => ({ villageId, marks: submitted!.marks }))).toEqual(
      own.map(({ villageId, marks }) => ({ villageId, marks })),
    )
    expect(Object.keys(arrivals).sort()).toEqual(own.map(({ villageId }) => villageId).sort())
  })

  test('a mark and a note that another inspector leaves appear in nobody else’s day', async () => {
    const { mine } = villagesOf(day2.file, 'I02')
    const villageId = mine[0]!
    const note = '只有我自己看得到的一句话'
    const marks = Object.fromEntries(
      Object.entries(plainCard(day2.file, villageId)).map(([id, { mark }]) => [id, { mark, note }]),
    )
    const phone = 'sample-phone-I0200000'
    const send = { ...ask(), villageId, sendId: newId(), phone, at: Date.now(), marks }
    await day2.inspector('I02').does('scoring', 'submit', send)
    expect(JSON.stringify(await todayOf('I02'))).toContain(note)
    for (const id of ['I01', 'I03', 'I11']) {
      expect(JSON.stringify(await todayOf(id))).not.toContain(note)
      expect(JSON.stringify(await day2.inspector(id).does('scoring', 'mine', ask()))).not.toContain(note)
      expect(JSON.stringify(await day2.inspector(id).does('member', 'me', {}))).not.toContain(note)
    }
  })

  test('no other inspector, no account, no phone and no total stands in it', async () => {
    const text = JSON.stringify(await todayOf('I01'))
    for (const { id } of day2.file.panel.slice(1)) expect(text).not.toContain(`"${id}"`)
    for (const { _id } of day2.dump('members')) expect(text).not.toContain(_id)
    for (const word of ['phone', 'sendId', 'history', 'total', 'rank', 'secret', 'recusedVillageIds'])
      expect(text).not.toContain(`"${word}"`)
  })
})

describe('round.today: what it costs', () => {
  test('six database requests, and less than the platform’s megabyte', async () => {
    expect(await day2.cloud.requests.during(() => todayOf('I01'))).toBe(6)
    expect(Buffer.byteLength(JSON.stringify(await todayOf('I01')))).toBeLessThan(200_000)
  })
})

describe('round.today: the day changes', () => {
  test('a skipped stop says so', async () => {
    const stops = day2.file.stops.map((stop) => (stop.order === 3 ? { ...stop, state: 'skipped' as const } : stop))
    await change(day2.cloud, 'rounds', day2.roundId, { stops })
    expect((await todayOf('I01')).stops.map(({ state }) => state)).toEqual(
      stops.map(({ state }) => (state === 'skipped' ? 'skipped' : 'planned')),
    )
  })

  test('in ready too, so that it can be fetched the evening before', async () => {
    await change(day2.cloud, 'rounds', day2.roundId, { state: 'ready' })
    expect((await todayOf('I01')).round.state).toBe('ready')
  })

  test.each(['draft', 'closed', 'sealing', 'sealed', 'announced', 'archived'])('%s: refused', async (state) => {
    await change(day2.cloud, 'rounds', day2.roundId, { state })
    expect(await day2.inspector('I01').asks('round', 'today', ask())).toMatchObject({
      error: { code: 'wrongState', details: { state } },
    })
  })
})
