import { eligibleInspectors, type PlanFacts, planWarnings } from '../../src/domain/plan-warnings'

/** `recused: 'AB'`: of villages A and B. */
const inspector = (id: string, { recused = '', district = null as string | null, absent = false } = {}) => ({
  id,
  name: id,
  districtId: district,
  recusedVillageIds: [...recused],
  recusedBecause: {},
  absentAt: absent ? 1 : null,
})
const village = (id: string, districtId = 'D') => ({ id, name: `${id}村`, districtId })
const stop = (villageId: string, order: number, state: 'visited' | 'skipped' = 'visited') =>
  ({ order, villageId, arrive: '08:00', depart: '09:00', state }) as const

/** Four inspectors without district, villages A and B of one: every rule kept. */
const sound: PlanFacts = {
  villages: [village('A'), village('B')],
  stops: [stop('A', 1), stop('B', 2)],
  panel: ['I1', 'I2', 'I3', 'I4'].map((id) => inspector(id)),
  cards: [],
  minInspectors: 3,
  sharedInspectors: 3,
}
const codes = (facts: PlanFacts) => planWarnings(facts).map(({ code }) => code)

test('a sound plan has no warnings', () => expect(planWarnings(sound)).toEqual([]))

describe('who may still give a village a card', () => {
  test('present and not recused', () => {
    const panel = [inspector('I1'), inspector('I2', { recused: 'A' }), inspector('I3', { absent: true })]
    expect(eligibleInspectors('A', { panel, cards: [] })).toEqual(['I1'])
  })
  test('or absent by now, with a card submitted there before: it counts', () => {
    const panel = [inspector('I1'), inspector('I3', { absent: true })]
    expect(eligibleInspectors('A', { panel, cards: [{ inspectorId: 'I3', villageId: 'A' }] })).toEqual(['I1', 'I3'])
    expect(eligibleInspectors('B', { panel, cards: [{ inspectorId: 'I3', villageId: 'A' }] })).toEqual(['I1'])
  })
})

describe('fewer than the scheme’s inspectors at a village', () => {
  const panel = [inspector('I1'), inspector('I2'), inspector('I3', { absent: true })]
  test('each such village by name, with how many there are', () => {
    expect(planWarnings({ ...sound, panel, sharedInspectors: 1 })).toEqual([
      { code: 'tooFewInspectors', villageIds: ['A'], text: 'A村能评的评委只有 2 位，规定至少 3 位' },
      { code: 'tooFewInspectors', villageIds: ['B'], text: 'B村能评的评委只有 2 位，规定至少 3 位' },
    ])
  })
  test('a skipped one is not asked', () => {
    const stops = [stop('A', 1), stop('B', 2, 'skipped')]
    expect(planWarnings({ ...sound, panel, stops }).map(({ villageIds }) => villageIds)).toEqual([['A']])
  })
  test('cards submitted before count', () => {
    const cards = ['A', 'B'].map((villageId) => ({ inspectorId: 'I3', villageId }))
    expect(planWarnings({ ...sound, panel, cards })).toEqual([])
  })
})

describe('villages and inspectors that fall apart', () => {
  const villages = [village('A'), village('B'), village('C')]
  const stops = [stop('A', 1), stop('B', 2), stop('C', 3)]
  const facts = { ...sound, villages, stops, minInspectors: 1, sharedInspectors: 0 }
  test('who is apart from the greater part is named', () => {
    const panel = [inspector('I1', { recused: 'C' }), inspector('I2', { recused: 'AB' })]
    expect(planWarnings({ ...facts, panel })).toEqual([
      { code: 'notConnected', villageIds: ['C'], text: 'C村和其他村没有共同的评委，宽严没法校正' },
    ])
  })
  test('a chain of inspectors holds them together', () => {
    const panel = [inspector('I1', { recused: 'C' }), inspector('I2', { recused: 'A' })]
    expect(codes({ ...facts, panel })).toEqual([])
  })
  test('the link falls out: apart', () => {
    const panel = [
      inspector('I1', { recused: 'C' }),
      inspector('I2', { recused: 'A', absent: true }),
      inspector('I3', { recused: 'AB' }),
    ]
    expect(codes({ ...facts, panel })).toEqual(['notConnected'])
  })
  test('a village nobody may judge has too few; that it hangs on nothing is not said twice', () => {
    const panel = [inspector('I1', { recused: 'C' })]
    expect(codes({ ...facts, panel })).toEqual(['tooFewInspectors'])
  })
})

describe('two villages that share too few inspectors', () => {
  test('the worst pair by name, the others as a number', () => {
    const facts = {
      ...sound,
      villages: [village('A'), village('B'), village('C')],
      stops: [stop('A', 1), stop('B', 2), stop('C', 3)],
      panel: [...sound.panel, inspector('I5', { recused: 'C' })].map((one) =>
        one.id === 'I1' || one.id === 'I2' ? { ...one, recusedVillageIds: ['C'] } : one,
      ),
      minInspectors: 2,
    }
    // A and B share five, C has I3 and I4 alone.
    expect(planWarnings(facts)).toEqual([
      {
        code: 'tooFewShared',
        villageIds: ['A', 'B', 'C'],
        text: 'A村和C村共同的评委只有 2 位，另有 1 对村也不够，规定每两个村至少 3 位',
      },
    ])
  })
})

describe('districts that send unequal numbers', () => {
  const villages = [village('A', 'D1'), village('B', 'D2')]
  const four = (...districts: (string | null)[]) =>
    districts.map((district, index) => inspector(`I${index}`, { district, recused: '' }))
  test.each([
    { districts: ['D1', 'D2', null, null], warned: false },
    { districts: ['D1', 'D1', 'D2', null], warned: true },
    { districts: ['D1', null, null, null], warned: true },
    { districts: [null, null, null, null], warned: false },
  ])('$districts: $warned', ({ districts, warned }) => {
    expect(codes({ ...sound, villages, panel: four(...districts) })).toEqual(warned ? ['unevenDistricts'] : [])
  })
  test('who is absent is not counted', () => {
    const panel = [...four('D1', 'D2', null, null), { ...inspector('I9', { district: 'D1', absent: true }) }]
    expect(codes({ ...sound, villages, panel })).toEqual([])
  })
})
