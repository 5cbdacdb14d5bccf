import type { DeductionDoc, FindingDoc } from '../../cloudfunctions/common/documents'
import type { Today } from '../../src/contract/round'
import { promised } from '../../tools/seed/promises'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { itemsOf, newId, plainCard, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { roundOf } from '../vocabulary/rounds'
import { change, restsOnPhotos, stored } from '../vocabulary/stored'

let day2: Day
beforeAll(async () => {
  day2 = await day({ state: 'running' })
})
afterAll(() => day2.stop())

const ask = () => ({ roundId: day2.roundId })
const factOf = async (inspectorId: string, villageId: string, indicatorId: string) =>
  (await todayOf(inspectorId)).stops
    .find(({ village }) => village.id === villageId)!
    .facts.find(({ id }) => id === indicatorId)
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
      promise: null,
    })
    const goal = day2.file.goals.find(({ villageId }) => villageId === stop.village.id)!
    expect(stop.items.find(({ id }) => id === goal.id)).toMatchObject({
      paper: 'demonstration',
      title: goal.title,
      action: '',
      difficulty: goal.difficulty,
    })
  })

  test('a goal says from where to where its village promised to go; null where its title says it all', async () => {
    const told = (await todayOf('I01')).stops
      .flatMap(({ items }) => items)
      .filter(({ paper }) => paper === 'demonstration')
      .map(({ id, promise }) => [id, promise] as const)
    expect(Object.fromEntries(told)).toMatchObject({
      'V01-G1': { baseline: '800', target: '3000', unit: '人次' },
      'V01-G2': { baseline: '屋面漏雨，常年关门', target: '修好，每周开放 6 天', unit: '' },
      'V04-G1': null,
    })
    await change(day2.cloud, 'rounds', day2.roundId, { promises: day2.cloud.sdk().database().command.remove() })
    const { stops } = await todayOf('I01')
    expect(stops.flatMap(({ items }) => items).map(({ promise }) => promise)).toEqual(
      stops.flatMap(({ items }) => items).map(() => null),
    )
    await change(day2.cloud, 'rounds', day2.roundId, { promises: day2.file.goals.map(promised) })
  })

  test('a measured fact says what it rests on: its words, its photos by id', async () => {
    const fact = { roundId: day2.roundId, villageId: 'V01', indicatorId: 'C03' }
    await restsOnPhotos(day2.cloud, fact, ['photo-of-a-ledger-0001', 'photo-of-a-ledger-0002'])
    expect(await factOf('I01', 'V01', 'C03')).toMatchObject({
      value: 87,
      evidence: '云溪村党支部联户台账，云溪镇党建办抽查 20 户，都对得上。',
      photos: ['photo-of-a-ledger-0001', 'photo-of-a-ledger-0002'],
    })
    expect(await factOf('I01', 'V01', 'C06')).toMatchObject({ photos: [] })
  })

  test('a fact that was entered without words or photos says so by empty ones', async () => {
    const { command } = day2.cloud.sdk().database()
    const gone = { evidence: command.remove(), photos: command.remove() }
    await change(day2.cloud, 'measurements', `${day2.roundId}:V01:C03`, gone)
    expect(await factOf('I01', 'V01', 'C03')).toMatchObject({ value: 87, evidence: '', photos: [] })
  })

  test('what two persons corrected stands: a value with the mark that follows, a goal’s title', async () => {
    const corrected = [{ proposalId: newId(), villageId: 'V01', indicatorId: 'C03', value: 96 }]
    const goals = day2.file.goals.map((goal) => (goal.id === 'V01-G1' ? { ...goal, title: '改正后的名称' } : goal))
    await change(day2.cloud, 'rounds', day2.roundId, { corrected, goals })
    expect(await factOf('I01', 'V01', 'C03')).toMatchObject({ value: 96, mark: 4 })
    expect(await factOf('I01', 'V03', 'C03')).toMatchObject({ value: 84.4, mark: 3 })
    const { items } = (await todayOf('I01')).stops.find(({ village }) => village.id === 'V01')!
    expect(items.find(({ id }) => id === 'V01-G1')).toMatchObject({
      title: '改正后的名称',
      promise: { baseline: '800', target: '3000', unit: '人次' },
    })
    await change(day2.cloud, 'rounds', day2.roundId, { corrected: [], goals: day2.file.goals })
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
    for (const stop of stops) {
      expect(stop).toMatchObject({ recused: true, recusedBecause: '与您同区', items: [] })
      expect(stop.facts.length).toBeGreaterThan(0)
      for (const { evidence, photos } of stop.facts) expect({ evidence, photos }).toEqual({ evidence: '', photos: [] })
    }
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
      Object.entries(plainCard(day2.file, villageId)).map(([id, { mark }]) => [id, { mark, note, photos: [] }]),
    )
    const from = { phone: 'sample-phone-I0200000', device: '华为 nova 9', waiting: 0, seconds: 60 }
    const send = { ...ask(), ...from, villageId, sendId: newId(), at: Date.now(), marks }
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

/** A finding of round 1, reported and due before today, unless told otherwise. */
const finding = (id: string, more: Partial<FindingDoc> = {}): FindingDoc => ({
  _id: `finding-${id}`.padEnd(21, '0'),
  revision: 1,
  roundId: '2024-1',
  roundNumber: 1,
  villageId: 'V01',
  source: 'round',
  category: 'detail',
  text: '村口标语褪色，字号太小看不清。',
  photos: [{ id: 'photo-of-a-slogan-000', ring: { x: 300, y: 400 } }],
  photosAfter: [],
  state: 'reported',
  dueOn: null,
  by: 'I06',
  byName: '邓小芸',
  at: 1_727_000_000_000,
  phone: 'sample-phone-I0600000',
  sendId: 'sample-finding-000000',
  sends: {},
  history: [],
  ...more,
})
/** So many days before the round's day. */
const daysBefore = (days: number) => shanghaiDay(Date.parse(`${roundOf(day2).day}T12:00:00+08:00`) - days * 86_400_000)

describe('round.today: what earlier rounds found and nobody verified is looked at again', () => {
  test('per village, the one overdue longest first; verified ones and this round’s own are not among them', async () => {
    day2.cloud.seed('findings', [
      finding('due', { dueOn: daysBefore(-7), state: 'fixing' }),
      finding('overdue', { dueOn: daysBefore(3), state: 'assigned' }),
      finding('long', { dueOn: daysBefore(40), state: 'returned', photos: [] }),
      finding('visit', { source: 'visit', roundId: '2024-0', roundNumber: 0, state: 'submitted' }),
      finding('fixed', { state: 'verified', dueOn: daysBefore(40) }),
      finding('own', { roundId: day2.roundId, roundNumber: 2 }),
      finding('rehearsed', { roundId: '2024-2-rehearsal', roundNumber: 2 }),
      finding('elsewhere', { villageId: 'V02', dueOn: daysBefore(0) }),
    ])
    const { stops } = await todayOf('I01')
    const at = (id: string) => stops.find(({ village }) => village.id === id)!.openFindings
    const text = '村口标语褪色，字号太小看不清。'
    const told = { category: 'detail', text, roundNumber: 1, photos: 1 }
    expect(at('V01')).toEqual([
      { ...told, id: finding('long')._id, dueOn: daysBefore(40), overdueDays: 40, photos: 0 },
      { ...told, id: finding('overdue')._id, dueOn: daysBefore(3), overdueDays: 3 },
      { ...told, id: finding('due')._id, dueOn: daysBefore(-7), overdueDays: 0 },
      { ...told, id: finding('visit')._id, roundNumber: null, dueOn: null, overdueDays: 0 },
    ])
    expect(at('V02')).toMatchObject([{ id: finding('elsewhere')._id, overdueDays: 0 }])
    expect(at('V03')).toEqual([])
  })
})

describe('round.today: the code shown on the spot', () => {
  test('for every stop with its window; none where one is recused, none that a rehearsal or a closed gate would take', async () => {
    const { stops } = await todayOf('I01')
    for (const { village, recused, onsite } of stops) {
      if (recused) expect(onsite).toBeNull()
      else expect(onsite!.scene).toMatch(new RegExp(`^v=${village.id}&t=[A-Za-z0-9_-]{10}$`))
    }
    await change(day2.cloud, 'secrets', day2.roundId, { closedAt: 1 })
    expect((await todayOf('I01')).stops.map(({ onsite }) => onsite)).toEqual(stops.map(() => null))
    await change(day2.cloud, 'secrets', day2.roundId, { closedAt: null })
  })
})

describe('round.today: deductions', () => {
  const deduction = (id: string, more: Partial<DeductionDoc> = {}): DeductionDoc => ({
    _id: `deduction-${id}`.padEnd(21, '0'),
    id: `deduction-${id}`.padEnd(21, '0'),
    revision: 1,
    roundId: day2.roundId,
    itemId: 'K09',
    villageId: 'V01',
    occurrences: 1,
    state: 'proposed',
    text: '村委会门口的标语缺字。',
    photos: ['photo-of-a-slogan-000'],
    proposer: 'I06',
    proposerName: '邓小芸',
    proposedAt: 1_727_000_000_000,
    findingId: null,
    confirmer: null,
    confirmerName: null,
    confirmedAt: null,
    appeal: null,
    decision: null,
    ...more,
  })
  const seen = async (id: string) =>
    (await todayOf(id)).deductions.filter((one) => one.id.startsWith('deduction-')).map((one) => one.id.slice(10, 14))

  test('the catalogue, and the minutes a village has to appeal', async () => {
    const { deductionItems, appealMinutes } = await todayOf('I01')
    expect(deductionItems).toEqual(day2.file.scheme.deductionItems)
    expect(appealMinutes).toBe(60)
  })

  test('mine, and those that wait for my confirmation: a recused inspector sees none, nobody another’s confirmed one', async () => {
    day2.cloud.seed('deductions', [
      deduction('open'),
      deduction('over', { proposer: '', proposerName: '', findingId: finding('overdue')._id }),
      deduction('done', {
        state: 'confirmed',
        confirmer: 'I07',
        confirmerName: '彭志强',
        confirmedAt: 1_727_000_100_000,
      }),
    ])
    expect(await seen('I06')).toEqual(expect.arrayContaining(['open', 'over', 'done']))
    // Of V01's district.
    expect(await seen('I02')).toEqual([])
    expect([...(await seen('I01'))].sort()).toEqual(['open', 'over'])
    expect([...(await seen('I07'))].sort()).toEqual(['done', 'open', 'over'])
    const { deductions } = await todayOf('I01')
    expect(deductions.find(({ id }) => id.startsWith('deduction-open'))).toMatchObject({
      villageName: '云溪村',
      photos: [{ id: 'photo-of-a-slogan-000', url: null }],
      isMine: false,
      may: { confirm: true, appeal: false, decide: false },
    })
  })
})

describe('round.today: what it costs', () => {
  test('ten database requests, and less than the platform’s megabyte', async () => {
    expect(await day2.cloud.requests.during(() => todayOf('I01'))).toBeLessThanOrEqual(10)
    expect(Buffer.byteLength(JSON.stringify(await todayOf('I01')))).toBeLessThan(200_000)
  })

  test('a village that writes as much as it may costs no request more, and stays far from the megabyte', async () => {
    const before = await day2.cloud.requests.during(() => todayOf('I01'))
    const photos = Array.from({ length: 6 }, (_, n) => `photo-of-a-ledger-${n}`.padEnd(32, '0'))
    for (const { _id } of day2.dump('measurements'))
      await change(day2.cloud, 'measurements', String(_id), { evidence: '据'.repeat(300), photos })
    const most = { baseline: '原'.repeat(60), target: '承'.repeat(60), unit: '位'.repeat(20) }
    const promises = day2.file.goals.map(({ id: goalId }) => ({ goalId, ...most }))
    await change(day2.cloud, 'rounds', day2.roundId, { promises })
    // I06 judges every village.
    expect(await day2.cloud.requests.during(() => todayOf('I06'))).toBe(before)
    expect(Buffer.byteLength(JSON.stringify(await todayOf('I06')))).toBeLessThan(250_000)
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

  test('what changed is told, newest first; who fell out still has the day', async () => {
    const entry = {
      at: 5,
      by: 'M01',
      change: { kind: 'absent', inspectorId: 'I01' },
      reason: '临时有事',
      before: null,
      after: null,
    }
    const changes = ['甲', '乙'].map((text, index) => ({ ...entry, id: `change-${index}`.padEnd(21, '0'), text }))
    const panel = roundOf(day2).panel.map((one) => (one.id === 'I01' ? { ...one, absentAt: 5 } : one))
    await change(day2.cloud, 'rounds', day2.roundId, { changes, panel })
    const { changes: told, inspector } = await todayOf('I01')
    expect(told.map(({ text, reason, villageId }) => [text, reason, villageId])).toEqual([
      ['乙', '临时有事', null],
      ['甲', '临时有事', null],
    ])
    expect(inspector.id).toBe('I01')
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
