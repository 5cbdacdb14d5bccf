import { Correction as Correcting } from '../../src/contract/round'
import { whyNotAccept } from '../../src/domain/accepting'
import {
  type Correction,
  corrected,
  correctionProblem,
  goalWordsProblem,
  valueProblem,
} from '../../src/domain/corrections'
import { harshOrLenient } from '../../src/domain/harsh-or-lenient'
import { withRestored } from '../../src/domain/restored-responses'
import { type ReviewFacts, reviewWarnings } from '../../src/domain/review-warnings'
import type { Response } from '../../src/domain/round-file'
import type { ResponseGroup } from '../../src/domain/survey-warnings'
import { whyNotAgree } from '../../src/domain/two-persons'
import { markedRound, type Scores } from './flat-round'
import { tinyRound } from './tiny-round'

/** Six villages of 60 to 85 marks, four inspectors; who lies apart by how much, and a wobble that is chance. */
function panel(apart: Record<string, number>, wobble = 0.5): Scores {
  const ids = ['A', 'B', 'C', 'D']
  return Object.fromEntries(
    [60, 65, 70, 75, 80, 85].map((level, v) => [
      `V${v}`,
      Object.fromEntries(ids.map((id, i) => [id, level + (apart[id] ?? 0) + wobble * (((v + i) % 3) - 1)])),
    ]),
  )
}
const namesOf = (scores: Scores) => harshOrLenient(markedRound(scores)).map((one) => `${one.inspectorId} ${one.manner}`)

describe('偏严 or 偏宽: beyond chance, and by more than a twentieth of the papers', () => {
  test.each<{ apart: Record<string, number>; names: string[]; why: string }>([
    { apart: {}, names: [], why: 'chance alone' },
    { apart: { B: -12 }, names: ['B harsh'], why: '−9 against the panel’s mean, +3 each for the others' },
    { apart: { B: 12 }, names: ['B lenient'], why: 'the other way' },
    { apart: { B: -4 }, names: [], why: 'beyond chance, but −3 of 100' },
    { apart: { A: 8, D: -8 }, names: ['A lenient', 'D harsh'], why: 'two, by id' },
  ])('$apart: $names, $why', ({ apart, names }: { apart: Record<string, number>; names: string[] }) =>
    expect(namesOf(panel(apart))).toEqual(names),
  )

  test('a term that large by chance is nobody’s manner', () => {
    const wild = panel({ B: -12 }, 30)
    expect(namesOf(wild)).toEqual([])
  })

  test('two panels that share nobody: nothing can be told', () => {
    const { V0, V1 } = panel({ B: -12 })
    expect(namesOf({ V0: { A: V0!.A!, B: V0!.B! }, V1: { C: V1!.C!, D: V1!.D! } })).toEqual([])
  })

  test('relabelling changes nothing but the names; a skipped village, and a card that cannot be read, have no part', () => {
    const round = markedRound(panel({ B: -12 }))
    const renamed = {
      ...round,
      scorecards: round.scorecards.map((card) => ({ ...card, inspectorId: `X${card.inspectorId}` })),
    }
    expect(harshOrLenient(renamed)).toEqual([{ inspectorId: 'XB', manner: 'harsh' }])
    const skipped = { ...round, stops: round.stops.map((stop) => ({ ...stop, state: 'skipped' as const })) }
    expect(harshOrLenient(skipped)).toEqual([])
    const broken = {
      ...round,
      scorecards: [...round.scorecards, { inspectorId: 'E', villageId: 'V0', marks: { C: 1 / 3 } }],
    }
    expect(harshOrLenient(broken)).toEqual([{ inspectorId: 'B', manner: 'harsh' }])
  })
})

describe('the list before sealing', () => {
  const group = (villageId: string, answered: number): ResponseGroup => ({
    villageId,
    channel: 'poster',
    tooFast: false,
    received: answered,
    answered,
    sum: 0,
    sumSquares: 0,
    straight: 0,
  })
  const facts = (more: Partial<ReviewFacts> = {}): ReviewFacts => ({
    ...tinyRound(),
    deductions: [],
    late: [],
    groups: [group('V1', 10), group('V2', 10)],
    ...more,
  })
  const shortOf = (given: ReviewFacts) =>
    reviewWarnings(given).map(({ code, villageId, inspectorId }) => [villageId, inspectorId, code].join(' '))

  test('complete: nothing', () => expect(shortOf(facts())).toEqual([]))

  test('by village, then inspector, then code, whatever order they come in; the recused owe nothing', () => {
    const { scorecards } = tinyRound()
    const thin = facts({
      scorecards: scorecards.filter(({ inspectorId }) => inspectorId === 'Zhao'),
      groups: [group('V1', 9), group('V2', 10)],
      deductions: [
        { id: 'K2', villageId: 'V2', state: 'appealed' },
        { id: 'K1', villageId: 'V1', state: 'proposed' },
        { id: 'K3', villageId: 'V1', state: 'confirmed' },
      ],
      late: [
        { id: 'b', villageId: 'V1', inspectorId: 'Li' },
        { id: 'a', villageId: 'V1', inspectorId: 'Li' },
      ],
    })
    const expected = [
      'V1  deductionLapsed',
      'V1  tooFewCards',
      'V1  tooFewResponses',
      'V1 Li cardMissing',
      'V1 Li lateWaiting',
      'V1 Wang cardMissing',
      'V2  appealOpen',
      'V2  tooFewCards',
      'V2 Li cardMissing',
    ]
    expect(shortOf(thin)).toEqual(expected)
    const turned = { ...thin, panel: [...thin.panel].reverse(), scorecards: [...thin.scorecards].reverse() }
    expect(shortOf({ ...turned, stops: [...thin.stops].reverse() })).toEqual(expected)
    expect(reviewWarnings(thin).find(({ code }) => code === 'lateWaiting')!.ids).toEqual(['a', 'b'])
  })

  test('excluded and unfinished responses do not count, so a restoring moves nothing', () => {
    const picture = { ...group('V1', 40), channel: 'picture' as const }
    expect(shortOf(facts({ groups: [group('V1', 9), picture, group('V2', 10)] }))).toEqual(['V1  tooFewResponses'])
  })
})

describe('accepting a provisional village', () => {
  const { scheme, stops } = tinyRound()
  const group = (answered: number, channel: ResponseGroup['channel'] = 'poster', tooFast = false): ResponseGroup => ({
    villageId: 'V1',
    channel,
    tooFast,
    received: answered,
    answered,
    sum: 0,
    sumSquares: 0,
    straight: 0,
  })
  const base = { villageId: 'V1', scheme, stops, scorecards: 3, restored: [] }
  test.each([
    { groups: [group(10)], why: 'notProvisional' },
    { groups: [group(9)], why: undefined },
    { groups: [group(5)], why: undefined },
    { groups: [group(4)], why: 'tooFew' },
    { groups: [group(4), group(4, 'picture')], why: 'tooFew' },
    { groups: [], why: 'tooFew' },
  ])('$groups.length groups: $why', ({ groups, why }) => expect(whyNotAccept({ ...base, groups })?.code).toBe(why))

  test('what two persons restored counts among the five', () => {
    const groups = [group(2), group(3, 'picture'), group(9, 'picture', true)]
    expect(whyNotAccept({ ...base, groups, restored: [{ excludedFor: 'channel' }] })).toBeUndefined()
    expect(whyNotAccept({ ...base, groups, restored: [{ excludedFor: 'tooFast' }] })?.code).toBe('tooFew')
  })

  test('where satisfaction weighs nothing, responses do not matter; a skipped stop is out of it', () => {
    const weights = { common: 70, demonstration: 30, satisfaction: 0 }
    const unweighed = { ...base, scheme: { ...scheme, weights }, groups: [] }
    expect(whyNotAccept({ ...unweighed, scorecards: 1 })).toBeUndefined()
    expect(whyNotAccept({ ...unweighed, scorecards: 2 })?.code).toBe('notProvisional')
    const skipped = stops.map((stop) => ({ ...stop, state: 'skipped' as const }))
    expect(whyNotAccept({ ...base, stops: skipped, groups: [group(9)] })?.code).toBe('outOfScope')
  })
})

describe('correcting', () => {
  const round = tinyRound()
  const value = (more: object = {}): Correction => ({
    kind: 'measurement',
    villageId: 'V1',
    indicatorId: 'M1',
    value: 20,
    ...more,
  })
  const goal = (more: object = {}): Correction => ({
    kind: 'goal',
    goalId: 'V1-G',
    title: '目标',
    difficulty: 0.9,
    ...more,
  })

  test.each([
    value(),
    value({ value: -3 }),
    value({ value: 0.0001 }),
    goal(),
    goal({ difficulty: 1 }),
    goal({ difficulty: 0.01 }),
  ])('may be: %j', (correction) => expect(correctionProblem(correction, round)).toBeUndefined())
  test.each([
    value({ value: 0.00001 }),
    value({ indicatorId: 'C1' }),
    value({ villageId: 'V9' }),
    goal({ goalId: 'G9' }),
    goal({ title: '  ' }),
    goal({ difficulty: 0 }),
    goal({ difficulty: 1.01 }),
    goal({ difficulty: 0.123 }),
  ])('may not be: %j', (correction) => expect(correctionProblem(correction, round)).toMatch(/./))

  test('to what it is already: nothing to correct', () => {
    expect([valueProblem(87, 87), valueProblem(78, 87), valueProblem(87)]).toEqual([
      '和现在的数值一样，不用改正',
      undefined,
      undefined,
    ])
    const now = { title: '目标', difficulty: 0.9 }
    expect(goalWordsProblem(now, now)).toBe('和现在的目标一样，不用改正')
    expect(goalWordsProblem({ ...now, title: '目标二' }, now)).toBeUndefined()
    expect(goalWordsProblem({ ...now, difficulty: 1 }, now)).toBeUndefined()
  })

  test('beyond what the contract takes: said of the value, not left to the wire', () => {
    const taken = (to: number) => Correcting.safeParse(value({ value: to })).success
    for (const to of [1e9, -1e9, 1e9 + 1, -1e9 - 1, 5e10]) expect(valueProblem(to) === undefined).toBe(taken(to))
  })

  test('the last one of an indicator stands, and no other value moves', () => {
    const [first, second] = round.measurements
    const changes = [1, 2].map((to) => ({ villageId: 'V1', indicatorId: 'M1', value: to }))
    expect(corrected(round.measurements, changes)).toEqual([{ ...first, value: 2 }, second])
    expect(corrected(round.measurements, [])).toEqual(round.measurements)
  })
})

describe('restoring in a sealed edition: excluded for this one reason, in this village, and no other', () => {
  const one = (villageId: string, channel: Response['channel'], tooFast: boolean, restored = false): Response => ({
    villageId,
    channel,
    tooFast,
    restored,
    answers: {},
  })
  const responses = [
    one('V1', 'picture', false),
    one('V1', 'picture', true),
    one('V1', 'poster', true),
    one('V1', 'poster', false),
    one('V2', 'picture', false),
    one('V2', 'poster', true, true),
  ]
  const restoredBy = (excludedFor: 'channel' | 'tooFast') =>
    withRestored(responses, [{ villageId: 'V1', excludedFor }], ['poster']).map(({ restored }) => restored)
  test('for its channel', () => expect(restoredBy('channel')).toEqual([true, false, false, false, false, true]))
  test('for being too fast', () => expect(restoredBy('tooFast')).toEqual([false, false, true, false, false, true]))
})

describe('two persons, where several villages or somebody’s own work are concerned', () => {
  const late = {
    sends: [
      { villageId: 'V1', memberId: 'I01' },
      { villageId: 'V2', memberId: 'I02' },
    ],
  }
  const proposal = { by: 'M01', agreedBy: null, late }
  const seated = (memberId: string, ...recusedVillageIds: string[]) => ({
    memberId,
    isAdministrator: false,
    seat: { recusedVillageIds },
  })
  test.each([
    { person: seated('I03'), why: undefined },
    { person: seated('I03', 'V2'), why: 'recused' },
    { person: seated('I03', 'V3'), why: undefined },
    { person: seated('I02'), why: 'samePerson' },
    { person: { ...seated('M01'), isAdministrator: true }, why: 'samePerson' },
    { person: { memberId: 'M02', isAdministrator: true, seat: null }, why: undefined },
  ])('$person: $why', ({ person, why }) => expect(whyNotAgree(proposal, person)?.code).toBe(why))

  test('a reopening concerns all villages alike: who is recused for some may agree', () =>
    expect(whyNotAgree({ by: 'M01', agreedBy: null }, seated('I03', 'V1'))).toBeUndefined())
})
