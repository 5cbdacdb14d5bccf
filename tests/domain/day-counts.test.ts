import { type DayFacts, inspectorCounts, missingPhotos, stopCounts } from '../../src/domain/day-counts'

const village = (id: string, districtId: string, households: number) => ({
  id,
  name: `${id}村`,
  districtId,
  households,
})
const stop = (order: number, villageId: string, state: 'visited' | 'skipped' = 'visited') => ({
  order,
  villageId,
  arrive: '09:00',
  depart: '09:45',
  state,
})
const inspector = (id: string, recusedVillageIds: string[] = []) => ({ id, name: id, recusedVillageIds })

/** Two villages and a skipped one, two inspectors; B may not judge V2. */
const facts: DayFacts = {
  scheme: { survey: { quota: { share: 0.2, min: 30, max: 120 } } },
  villages: [village('V1', 'D1', 100), village('V2', 'D2', 20), village('V3', 'D1', 200)],
  stops: [stop(2, 'V2'), stop(1, 'V1'), stop(3, 'V3', 'skipped')],
  panel: [inspector('A'), inspector('B', ['V2'])],
  cards: [
    { inspectorId: 'A', villageId: 'V1', isSubmitted: true, touchedAt: 50, waiting: { count: 3, at: 50 } },
    { inspectorId: 'A', villageId: 'V2', isSubmitted: false, touchedAt: 70, waiting: { count: 1, at: 70 } },
    { inspectorId: 'A', villageId: 'V3', isSubmitted: true, touchedAt: 20, waiting: null },
  ],
  arrivals: [
    { inspectorId: 'A', villageId: 'V1', confirmedAt: 40 },
    { inspectorId: 'B', villageId: 'V1', confirmedAt: 35 },
  ],
  responses: new Map([
    ['V1', { received: 34, counting: 29 }],
    ['V2', { received: 24, counting: 20 }],
  ]),
  photosMissing: new Map([['A', 2]]),
}

describe('a stop’s counts: cards of whoever may judge it, responses in steps of 5', () => {
  test('in the route’s order', () => {
    expect(stopCounts(facts)).toMatchObject([
      { stop: { villageId: 'V1' }, arrivedAt: 35, cardsIn: 1, cardsExpected: 2, responses: 30, quotaReached: false },
      { stop: { villageId: 'V2' }, arrivedAt: null, cardsIn: 0, cardsExpected: 1, responses: 20, quotaReached: true },
      { stop: { villageId: 'V3' }, arrivedAt: null, cardsIn: 0, cardsExpected: 0, responses: 0, quotaReached: false },
    ])
  })

  test('V1 owes 30 of its 100 households, V2 no more than it has: 20', () => {
    const oneMore = new Map(facts.responses).set('V1', { received: 35, counting: 30 })
    expect(stopCounts({ ...facts, responses: oneMore })[0]).toMatchObject({ responses: 35, quotaReached: true })
  })
})

describe('an inspector’s counts: what is submitted, in hand, and not begun; skipped stops owe nothing', () => {
  test('A has submitted V1 and holds a draft of V2; B has begun nothing', () => {
    expect(inspectorCounts(facts)).toEqual([
      {
        memberId: 'A',
        name: 'A',
        submitted: 1,
        drafts: 1,
        expected: 2,
        lastContactAt: 70,
        absent: false,
        waiting: { count: 1, at: 70 },
        photosMissing: 2,
        missing: [{ villageId: 'V2', name: 'V2村', state: 'draft' }],
      },
      {
        memberId: 'B',
        name: 'B',
        submitted: 0,
        drafts: 0,
        expected: 1,
        lastContactAt: 35,
        absent: false,
        waiting: null,
        photosMissing: 0,
        missing: [{ villageId: 'V1', name: 'V1村', state: 'none' }],
      },
    ])
  })

  test('who fell out owes nothing any more; what they submitted counts', () => {
    const gone = { ...facts, panel: [{ ...inspector('A'), absentAt: 60 }, inspector('B', ['V2'])] }
    expect(inspectorCounts(gone)[0]).toMatchObject({ absent: true, submitted: 1, drafts: 0, expected: 1, missing: [] })
    expect(stopCounts(gone)).toMatchObject([
      { stop: { villageId: 'V1' }, cardsIn: 1, cardsExpected: 2 },
      { stop: { villageId: 'V2' }, cardsIn: 0, cardsExpected: 0 },
      { stop: { villageId: 'V3' }, cardsIn: 0, cardsExpected: 0 },
    ])
    const back = { ...facts, panel: [{ ...inspector('A'), absentAt: null }, inspector('B', ['V2'])] }
    expect(inspectorCounts(back)[0]).toMatchObject({ absent: false, expected: 2 })
  })

  test('what waits on a phone is what it said last, on whichever card', () => {
    const { cards } = facts
    const [first, ...others] = cards
    expect(inspectorCounts({ ...facts, cards: [...others, first!] })[0]!.waiting).toEqual({ count: 1, at: 70 })
  })

  test('an inspector nobody has heard of yet', () => {
    const nothing = { ...facts, cards: [], arrivals: [] }
    expect(inspectorCounts(nothing).map(({ lastContactAt }) => lastContactAt)).toEqual([null, null])
  })
})

describe('photos that have not arrived: named and not stored', () => {
  test.each([
    { named: [{ by: 'A', photos: ['p1', 'p2'] }], stored: ['p1'], missing: [['A', 1]], why: 'one of two' },
    { named: [{ by: 'A', photos: ['p1'] }], stored: ['p1', 'p9'], missing: [], why: 'all there' },
    {
      named: [
        { by: 'A', photos: ['p1'] },
        { by: 'A', photos: ['p1', 'p2'] },
        { by: 'B', photos: ['p3'] },
      ],
      stored: [],
      missing: [
        ['A', 2],
        ['B', 1],
      ],
      why: 'named twice is one photo',
    },
  ])('$why', ({ named, stored, missing }) => expect([...missingPhotos(named, new Set(stored))]).toEqual(missing))
})
