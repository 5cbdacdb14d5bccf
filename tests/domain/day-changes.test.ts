import { type DayChange, type DayInspector, type DayPlan, dayAfter } from '../../src/domain/day-changes'
import { recusalsOf, recusalsToldOf, whyNotScore } from '../../src/domain/recusal'

const NOW = 1_764_000_000_000

const inspector = (id: string, name: string): DayInspector => ({
  id,
  name,
  districtId: null,
  recusedVillageIds: [],
  recusedBecause: {},
})

const plan: DayPlan = {
  stops: [
    { order: 1, villageId: 'A', arrive: '08:00', depart: '08:45', state: 'visited' },
    { order: 2, villageId: 'B', arrive: '09:10', depart: '09:55', state: 'skipped' },
    { order: 3, villageId: 'C', arrive: '10:20', depart: '11:05', state: 'visited' },
  ],
  panel: [inspector('I1', '周明远'), { ...inspector('I2', '何秋平'), absentAt: 5 }],
}
const newcomer = {
  ...inspector('I9', '叶青'),
  districtId: 'D',
  recusedVillageIds: ['B'],
  recusedBecause: { B: '与您同区' },
}
const villages = [
  { id: 'A', name: '云溪村' },
  { id: 'B', name: '清港村' },
  { id: 'C', name: '金沙村' },
]

const after = (change: DayChange, who: DayInspector | null = null) =>
  dayAfter(plan, change, { villages, newcomer: who, now: NOW })
const made = (change: DayChange, who: DayInspector | null = null) => {
  const outcome = after(change, who)
  if (outcome.kind === 'refused') throw new Error(outcome.code)
  return outcome
}

describe('a stop is skipped, or visited after all', () => {
  test('取消', () => {
    const { kind, text, plan: then, before, after } = made({ kind: 'skip', villageId: 'A' })
    expect({ kind, text }).toEqual({ kind: 'changed', text: '取消云溪村' })
    expect(then.stops.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'visited'])
    expect({ before, after }).toEqual({ before: plan.stops[0], after: { ...plan.stops[0], state: 'skipped' } })
    expect(then.panel).toBe(plan.panel)
  })
  test('恢复', () => {
    const { kind, text, plan: then } = made({ kind: 'resume', villageId: 'B' })
    expect({ kind, text }).toEqual({ kind: 'changed', text: '恢复清港村' })
    expect(then.stops.map(({ state }) => state)).toEqual(['visited', 'visited', 'visited'])
  })
  test.each([
    { kind: 'skip', villageId: 'B' },
    { kind: 'resume', villageId: 'A' },
  ] as const)('$kind $villageId, which is so already: done, nothing changed', (change) => {
    const { kind, plan: then } = made(change)
    expect(kind).toBe('unchanged')
    expect(then).toEqual(plan)
  })
  test('a skipped stop cannot be scored, a resumed one can', () => {
    expect(whyNotScore('I1', 'A', made({ kind: 'skip', villageId: 'A' }).plan)).toMatchObject({ code: 'wrongState' })
    expect(whyNotScore('I1', 'B', made({ kind: 'resume', villageId: 'B' }).plan)).toBeUndefined()
  })
})

describe('a stop is moved: the others close up, numbered from 1', () => {
  const moveTo = (order: number, arrive = '07:00', depart = '07:30', villageId = 'C') =>
    ({ kind: 'move', villageId, arrive, depart, order }) as const
  test.each([
    { order: 1, route: ['C', 'A', 'B'] },
    { order: 2, route: ['A', 'C', 'B'] },
    { order: 3, route: ['A', 'B', 'C'] },
    { order: 99, route: ['A', 'B', 'C'] },
  ])('to place $order: $route', ({ order, route }) => {
    const { stops } = made(moveTo(order)).plan
    expect(stops.map(({ villageId }) => villageId)).toEqual(route)
    expect(stops.map((stop) => stop.order)).toEqual([1, 2, 3])
    expect(stops.find(({ villageId }) => villageId === 'C')).toMatchObject({ arrive: '07:00', depart: '07:30' })
  })
  test('in words: from where and when to where and when', () => {
    expect(made(moveTo(1)).text).toBe('金沙村由第 3 站（10:20–11:05）改为第 1 站（07:00–07:30）')
  })
  test('to where it is: nothing changed', () => {
    expect(made(moveTo(3, '10:20', '11:05'))).toMatchObject({ kind: 'unchanged', plan })
  })
  test.each([
    ['10:00', '10:00', 'change.depart'],
    ['10:00', '09:59', 'change.depart'],
    ['24:00', '24:30', 'change.arrive'],
    ['10:60', '11:30', 'change.arrive'],
    ['23:00', '24:00', 'change.depart'],
  ])('%s–%s is refused', (arrive, depart, path) => {
    expect(after(moveTo(1, arrive, depart))).toMatchObject({ kind: 'refused', code: 'invalid', details: { path } })
  })
})

describe('an inspector falls out, and comes after all', () => {
  test('缺席: since now; nobody leaves the panel', () => {
    const { kind, text, plan: then, before, after } = made({ kind: 'absent', inspectorId: 'I1' })
    expect({ kind, text }).toEqual({ kind: 'changed', text: '周明远缺席' })
    expect(then.panel.map(({ id, absentAt }) => [id, absentAt])).toEqual([
      ['I1', NOW],
      ['I2', 5],
    ])
    expect({ before, after }).toEqual({
      before: { inspectorId: 'I1', absentAt: null },
      after: { inspectorId: 'I1', absentAt: NOW },
    })
  })
  test('到场', () => {
    const { text, plan: then } = made({ kind: 'present', inspectorId: 'I2' })
    expect(text).toBe('何秋平到场')
    expect(then.panel[1]!.absentAt).toBeNull()
  })
  test.each([
    { kind: 'absent', inspectorId: 'I2' },
    { kind: 'present', inspectorId: 'I1' },
  ] as const)('$kind $inspectorId, which is so already: since when stays', (change) => {
    expect(made(change)).toMatchObject({ kind: 'unchanged', plan })
  })
})

describe('an inspector is replaced by somebody who is not on the panel', () => {
  const substitute = (inspectorId: string, memberId = 'I9') => ({ kind: 'substitute', inspectorId, memberId }) as const
  test('the one is absent and keeps the place, the other is on the panel with their recusals', () => {
    const { text, plan: then } = made(substitute('I1'), newcomer)
    expect(text).toBe('周明远缺席，叶青接替')
    expect(then.panel).toEqual([{ ...plan.panel[0], absentAt: NOW }, plan.panel[1], newcomer])
    expect(whyNotScore('I9', 'A', then)).toBeUndefined()
    expect(whyNotScore('I9', 'B', then)).toMatchObject({ code: 'recused' })
  })
  test('for one who was absent already: since when stays', () => {
    expect(made(substitute('I2'), newcomer).plan.panel[1]!.absentAt).toBe(5)
  })
  test('not somebody who sits on the panel, nor somebody who is no inspector', () => {
    for (const [change, who] of [
      [substitute('I1', 'I2'), newcomer],
      [substitute('I1', 'I1'), newcomer],
      [substitute('I1', 'M9'), null],
    ] as const)
      expect(after(change, who)).toMatchObject({ code: 'invalid', details: { path: 'change.memberId' } })
  })
})

describe('who and what the plan does not know', () => {
  test.each([
    [{ kind: 'skip', villageId: 'X' }, 'outOfScope'],
    [{ kind: 'resume', villageId: 'X' }, 'outOfScope'],
    [{ kind: 'move', villageId: 'X', arrive: '08:00', depart: '09:00', order: 1 }, 'outOfScope'],
    [{ kind: 'absent', inspectorId: 'X' }, 'notOnPanel'],
    [{ kind: 'present', inspectorId: 'X' }, 'notOnPanel'],
    [{ kind: 'substitute', inspectorId: 'X', memberId: 'I9' }, 'notOnPanel'],
  ] as const)('%j: %s', (change, code) => expect(after(change, newcomer)).toMatchObject({ kind: 'refused', code }))
})

describe('recusal is derived: of the village’s district, answering for it, or its officer', () => {
  const duty = (memberId: string | null) => ({ duty: 'd', title: '第一书记', name: '某某', unit: '某单位', memberId })
  const places = [
    { id: 'A', districtId: 'D-EAST' },
    { id: 'B', districtId: 'D-WEST', responsibilities: [duty(null), duty('I9')] },
    { id: 'C', districtId: 'D-WEST', responsibilities: [duty('I8')] },
  ]
  test.each([
    { districtId: 'D-EAST', because: { A: '与您同区', B: '您负责联系这个村（第一书记）' } },
    { districtId: 'D-WEST', because: { B: '与您同区', C: '与您同区' } },
    { districtId: null, because: { B: '您负责联系这个村（第一书记）' } },
  ])('$districtId: $because', ({ districtId, because }) => {
    expect(recusalsOf({ id: 'I9', districtId }, places)).toEqual(because)
  })
  test.each([
    ['its village', 'C'],
    ['its town', '清溪镇'],
  ])('an officer of %s does not judge it', (_, scope) => {
    const person = { id: 'I7', districtId: null, roles: [{ role: 'officer', scope }] }
    const inTown = places.map((place) => ({ ...place, town: place.id === 'C' ? '清溪镇' : '别的镇' }))
    expect(recusalsOf(person, inTown)).toEqual({ C: '您是这个村的村干部' })
    expect(recusalsToldOf(person, inTown)).toEqual([{ villageId: 'C', because: '这个村的村干部' }])
  })
})
