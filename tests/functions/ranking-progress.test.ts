import { itemsOf, newId, plainCard, villagesOf } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { roundOf } from '../vocabulary/rounds'
import { change, stored, uploadedPhoto } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running' })
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })

describe('ranking.progressOfDay: what is in and what is out, never a score', () => {
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
      expect(words.filter((word) => /rank|total|mean|score|mark|note|text|payload|device/i.test(word))).toEqual([])
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

  test('database requests, however much came in: a leader’s five, an inspector’s and an administrator’s eight', async () => {
    const cost = (person: Person) => today.cloud.requests.during(() => person.does('ranking', 'progressOfDay', ask()))
    expect(await cost(today.leader)).toBe(5)
    expect(await cost(today.inspector('I01'))).toBe(8)
    expect(await cost(today.administrator)).toBe(8)
  })

  test('who fell out is no longer waited for; what they submitted counts', async () => {
    const { panel } = roundOf(today)
    const absentAt = Date.now()
    await change(today.cloud, 'rounds', today.roundId, {
      panel: panel.map((one) => (one.id === 'I07' ? { ...one, absentAt } : one)),
    })
    const progress = await today.administrator.does('ranking', 'progressOfDay', ask())
    expect(progress).toMatchObject({ cardsIn: 71, cardsExpected: 71 })
    expect(progress.inspectors.find(({ memberId }) => memberId === 'I07')).toMatchObject({
      absent: true,
      submitted: 7,
      expected: 7,
      missing: [],
    })
    expect(progress.inspectors.find(({ memberId }) => memberId === 'I01')).toMatchObject({ absent: false })
    await change(today.cloud, 'rounds', today.roundId, { panel })
  })

  test('closed: from when it can be sealed, an appeal window included, and what waits for a second person', async () => {
    const confirmed = today.dump('deductions').find(({ state }) => state === 'confirmed')!
    const confirmedAt = Date.now() - 10 * 60_000
    await change(today.cloud, 'deductions', String(confirmed._id), { confirmedAt })
    const { closedAt } = await today.administrator.does('round', 'close', { ...ask(), sendId: newId() })
    expect(await today.administrator.does('ranking', 'progressOfDay', ask())).toMatchObject({
      closedAt,
      sealableAt: confirmedAt + 61 * 60_000,
    })

    await change(today.cloud, 'deductions', String(confirmed._id), { confirmedAt: 1 })
    await change(today.cloud, 'rounds', today.roundId, { closedAt: closedAt - 61_000 })
    await today.administrator.does('round', 'seal', { ...ask(), sendId: newId() })
    const { proposals } = await today.inspector('I01').does('ranking', 'progressOfDay', ask())
    expect(proposals).toEqual([expect.objectContaining({ kind: 'seal', isMine: false, mayAgree: true })])
    const { proposals: seenByLeader } = await today.leader.does('ranking', 'progressOfDay', ask())
    expect(seenByLeader).toEqual([expect.objectContaining({ mayAgree: false })])
  })
})

describe('ranking.progressOfDay: what waits on phones, which photos are missing, what came late', () => {
  let photosDay: Day
  beforeAll(async () => {
    photosDay = await day({ state: 'running', empty: true })
  })
  afterAll(() => photosDay.stop())

  const NOTE = '只有我自己看得到的一句话'
  const roundId = () => photosDay.roundId
  const villageId = (inspectorId: string) => villagesOf(photosDay.file, inspectorId).mine[0]!
  const sent = (inspectorId: string) => ({
    roundId: roundId(),
    villageId: villageId(inspectorId),
    sendId: newId(),
    phone: `phone-of-${inspectorId}-00000`,
    at: Date.now(),
  })
  const savesMark = (inspectorId: string, waiting: number, photos: string[] = []) =>
    photosDay.inspector(inspectorId).does('scoring', 'saveMarks', {
      ...sent(inspectorId),
      device: '华为 nova 9',
      waiting,
      changes: [
        { itemId: itemsOf(photosDay.file, villageId(inspectorId))[0]!.id, mark: 1.5, note: NOTE, photos, base: 0 },
      ],
    })
  const arrives = async (inspectorId: string, photoId: string, of: 'mark' | 'finding' | 'highlight') =>
    photosDay.inspector(inspectorId).does('scoring', 'photo', {
      roundId: roundId(),
      villageId: villageId(inspectorId),
      photoId,
      fileId: await uploadedPhoto(photosDay.cloud, roundId(), photoId),
      bytes: 30,
      of,
    })
  const seenBy = (person: Person) => person.does('ranking', 'progressOfDay', { roundId: roundId() })
  const inspectorSeen = async (id: string, by: Person = photosDay.administrator) =>
    (await seenBy(by)).inspectors.find(({ memberId }) => memberId === id)!
  const photos = Array.from({ length: 5 }, newId)

  test('what waited on the phone when it last told us, and when', async () => {
    const before = Date.now()
    await savesMark('I01', 7)
    const { waiting } = await inspectorSeen('I01')
    expect(waiting!.count).toBe(7)
    expect(waiting!.at).toBeGreaterThanOrEqual(before)
    expect((await inspectorSeen('I02')).waiting).toBeNull()
    await savesMark('I01', 2)
    expect((await inspectorSeen('I01')).waiting!.count).toBe(2)
  })

  test('photos of marks, findings, highlights and deductions, each until it has arrived', async () => {
    const inspector = photosDay.inspector('I02')
    await savesMark('I02', 0, [photos[0]!, photos[1]!])
    await inspector.does('scoring', 'finding', {
      ...sent('I02'),
      findingId: newId(),
      category: 'detail',
      text: NOTE,
      photos: [{ id: photos[2]!, ring: null }],
    })
    await inspector.does('scoring', 'highlight', {
      ...sent('I02'),
      highlightId: newId(),
      itemId: null,
      text: NOTE,
      photos: [photos[3]!],
    })
    const id = newId()
    await photosDay.cloud.seed('deductions', [
      { _id: id, id, roundId: roundId(), villageId: 'V01', proposer: 'I02', state: 'proposed', photos: [photos[4]!] },
    ])
    expect((await inspectorSeen('I02')).photosMissing).toBe(5)
    expect((await inspectorSeen('I02', inspector)).photosMissing).toBe(5)
    await arrives('I02', photos[0]!, 'mark')
    await arrives('I02', photos[2]!, 'finding')
    expect((await inspectorSeen('I02')).photosMissing).toBe(3)
    expect((await inspectorSeen('I02', inspector)).photosMissing).toBe(3)
    // Carried over to a colleague's phone in a file and uploaded from there: it is there all the same.
    await arrives('I03', photos[3]!, 'highlight')
    expect((await inspectorSeen('I02', inspector)).photosMissing).toBe(2)
    expect((await inspectorSeen('I03', photosDay.inspector('I03'))).photosMissing).toBe(0)
  })

  test('deductions by state and late work are for administrators alone', async () => {
    expect((await seenBy(photosDay.administrator)).deductions).toEqual({
      proposed: 1,
      confirmed: 0,
      appealed: 0,
      upheld: 0,
      revoked: 0,
      lapsed: 0,
    })
    for (const person of [photosDay.leader, photosDay.inspector('I02')])
      expect(await seenBy(person)).toMatchObject({ deductions: null, late: [] })
  })

  test('nothing that an inspector typed stands in anybody’s progress', async () => {
    for (const person of [
      photosDay.administrator,
      photosDay.leader,
      photosDay.inspector('I01'),
      photosDay.inspector('I02'),
    ]) {
      const text = JSON.stringify(await seenBy(person))
      for (const word of [NOTE, '1.5', '华为', 'phone-of', ...photos]) expect(text).not.toContain(word)
    }
  })

  test('closed: what came late, newest first, without a value; a deduction nobody confirmed has lapsed', async () => {
    await photosDay.administrator.does('round', 'close', { roundId: roundId(), sendId: newId() })
    const marks = plainCard(photosDay.file, villageId('I03'))
    const more = { device: '小米 13', waiting: 0 }
    await photosDay.inspector('I03').does('scoring', 'submit', { ...sent('I03'), ...more, seconds: 60, marks })
    await savesMark('I04', 3)
    const seen = await seenBy(photosDay.administrator)
    expect(seen.late.map(({ memberName, action, state }) => [memberName, action, state])).toEqual([
      [photosDay.file.panel[3]!.name, 'saveMarks', 'waiting'],
      [photosDay.file.panel[2]!.name, 'submit', 'waiting'],
    ])
    expect(seen.late[1]).toEqual({
      sendId: expect.any(String),
      villageId: villageId('I03'),
      villageName: photosDay.file.villages.find(({ id }) => id === villageId('I03'))!.name,
      memberName: photosDay.file.panel[2]!.name,
      action: 'submit',
      at: expect.any(Number),
      receivedAt: expect.any(Number),
      state: 'waiting',
      why: '',
    })
    expect(seen.deductions).toMatchObject({ proposed: 0, lapsed: 1 })
    for (const person of [photosDay.leader, photosDay.inspector('I03')])
      expect(await seenBy(person)).toMatchObject({ deductions: null, late: [] })
  })

  test('database requests with photos, closed: an administrator’s ten, an inspector’s nine, a leader’s five', async () => {
    const cost = (person: Person) => photosDay.cloud.requests.during(() => seenBy(person))
    expect(await cost(photosDay.administrator)).toBe(10)
    expect(await cost(photosDay.inspector('I02'))).toBe(9)
    expect(await cost(photosDay.leader)).toBe(5)
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
