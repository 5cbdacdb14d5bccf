/** The rules of docs/round-file.md, one by one, in figures that can be checked in the head. */

import { deductionMarks } from '../../src/domain/deduction-marks'
import { cent, div, exactUnits, quotient, roundTo, scaled } from '../../src/domain/exact'
import { measuredMark } from '../../src/domain/measured-mark'
import { paperScore } from '../../src/domain/paper-score'
import { isProvisional } from '../../src/domain/provisional'
import { letters } from '../../src/domain/public-edition'
import { quota } from '../../src/domain/quota'
import { inOrder } from '../../src/domain/ranking'
import { isRecused, whyNotScore } from '../../src/domain/recusal'
import { responseIndex } from '../../src/domain/response-index'
import { satisfactionScore, surveyScore } from '../../src/domain/survey-score'
import { isExcluded } from '../../src/domain/survey-tally'
import { toUnits } from '../../src/domain/units'
import { isValidMark } from '../../src/domain/valid-mark'
import { tinyRound } from './tiny-round'

describe('division is exact and rounds half away from zero', () => {
  test.each([
    [7, 2, 4],
    [-1, 2, -1],
    [1, -2, -1],
    [-7, -2, 4],
    [1, 3, 0],
    [5, 3, 2],
    [0, -3, 0],
  ])('div(%i, %i) = %i', (a, b, answer) => expect(div(BigInt(a), BigInt(b))).toBe(BigInt(answer)))

  test.each([
    [831_249, 8312],
    [831_250, 8313],
    [-50, -1],
  ])('%i units are %i cents', (units, cents) => expect(cent(BigInt(units))).toBe(BigInt(cents)))
})

describe('numbers are the decimals that ECMAScript prints', () => {
  test.each([
    [0.1, 1000],
    [33.4, 334_000],
    [1e3, 10_000_000],
    [-0.5, -5000],
    [0.0001, 1],
    [-0, 0],
  ])('%d marks are %i units', (marks, units) => {
    expect(toUnits(marks)).toBe(units)
    expect(exactUnits(marks)).toBe(BigInt(units))
  })
  test('33.4 + 33.3 + 33.3 = 100', () =>
    expect(exactUnits(33.4) + exactUnits(33.3) + exactUnits(33.3)).toBe(exactUnits(100)))
  test.each([0.12345, 1e-7, 1e15])('%d does not fit a phone’s units', (marks) => expect(toUnits(marks)).toBeNull())
  test('beyond a phone’s units BigInt carries on', () =>
    expect(exactUnits(1e21)).toBe(BigInt('10000000000000000000000000')))
  test('a number with more decimals than asked for never gets so far', () =>
    expect(() => scaled(0.125, 2)).toThrow('0.125 has more than 2 decimals'))
  test.each([
    [0.00005, 0.0001],
    [-0.00005, -0.0001],
    [1.00005, 1.0001],
    [79.16864999, 79.1686],
    [5, 5],
  ])('%d is shown as %d', (value, shown) => expect(roundTo(4, value)).toBe(shown))
  test('1/3 is shown as 0.3333, 1/20000 as 0.0001', () => {
    expect(quotient(4, BigInt(1), BigInt(3))).toBe(0.3333)
    expect(quotient(4, BigInt(1), BigInt(20_000))).toBe(0.0001)
  })
})

describe('a mark is 0…full in steps', () => {
  test.each([
    { mark: 4.5, step: 0.5, valid: true },
    { mark: 4.7, step: 0.5, valid: false },
    { mark: 0.3, step: 0.1, valid: true },
    { mark: 0, step: 0.5, valid: true },
    { mark: 5, step: 0.5, valid: true },
    { mark: 5.5, step: 0.5, valid: false },
    { mark: -0.5, step: 0.5, valid: false },
    { mark: Number.NaN, step: 0.5, valid: false },
  ])('$mark of 5 in steps of $step: $valid', ({ mark, step, valid }) => expect(isValidMark(mark, 5, step)).toBe(valid))
})

describe('measured mark: the last band whose from is not above the value', () => {
  const bands = [
    { from: null, mark: 4 },
    { from: 1, mark: 3 },
    { from: 5, mark: 0 },
  ]
  test.each([
    { value: -3, mark: 4 },
    { value: 0.99, mark: 4 },
    { value: 1, mark: 3 },
    { value: 5, mark: 0 },
    { value: 1000, mark: 0 },
  ])('$value → $mark', ({ value, mark }) => expect(measuredMark(bands, value)).toBe(mark))
})

describe('paper score: from trimFrom scores on, one highest and one lowest are dropped', () => {
  test.each([
    { scores: [31, 33, 34, 35, 40], trimFrom: 5, score: 34, why: '(33 + 34 + 35) / 3' },
    { scores: [31, 32, 34, 35], trimFrom: 5, score: 33, why: 'four: the plain mean' },
    { scores: [10, 10, 10, 40, 40], trimFrom: 5, score: 20, why: 'of equal ones only one is dropped' },
    { scores: [1, 5, 100], trimFrom: 3, score: 5, why: 'three: the middle one' },
    { scores: [1, 2], trimFrom: 3, score: 2, why: '1.5 rounds away from zero' },
    { scores: [], trimFrom: 5, score: 0, why: 'nobody scored' },
  ])('$scores → $score: $why', ({ scores, trimFrom, score }) =>
    expect(paperScore(scores.map(BigInt), trimFrom)).toBe(BigInt(score)),
  )
})

describe('quota: a share of the households within bounds, never more than there are', () => {
  const rule = { share: 0.2, min: 30, max: 120 }
  test.each([
    { households: 412, owed: 83, why: '82.4 rounded up' },
    { households: 410, owed: 82, why: 'exactly 82: 0.2 is one fifth' },
    { households: 100, owed: 30, why: 'at least 30' },
    { households: 12, owed: 12, why: 'there are no more' },
    { households: 5000, owed: 120, why: 'at most 120' },
  ])('$households → $owed: $why', ({ households, owed }) => expect(quota(rule, households)).toBe(BigInt(owed)))
})

describe('response index: weighted mean of the answered items', () => {
  const survey = tinyRound().scheme.survey
  test.each([
    { answers: { Q1: 5, Q2: 4 }, x: 733_333, why: '(100 + 2 · 60) / 3' },
    { answers: { Q1: 4, Q2: 0 }, x: 600_000, why: '不了解 counts as unanswered: 1 of 2 satisfies 0.5' },
    { answers: { Q2: 1 }, x: 0, why: 'a missing item too' },
    { answers: { Q1: 0, Q2: 0 }, x: 'invalid', why: 'nothing answered' },
    { answers: {}, x: 'invalid', why: 'nothing at all' },
  ])('$answers → $x: $why', ({ answers, x }) => expect(responseIndex(survey)(answers as never)).toBe(x))
  test('1 of 2 does not satisfy 0.6', () =>
    expect(responseIndex({ ...survey, minAnswered: 0.6 })({ Q1: 5 })).toBe('invalid'))
  test('6 of 10 satisfies 0.6, exactly', () => {
    const items = Array.from({ length: 10 }, (_, i) => ({ id: `Q${i}`, title: '', weight: 1 }))
    const six = Object.fromEntries(items.slice(0, 6).map(({ id }) => [id, 5]))
    expect(responseIndex({ ...survey, items, minAnswered: 0.6 })(six)).toBe(1_000_000)
  })
  test('nothing answered is invalid also where nothing is asked for', () =>
    expect(responseIndex({ ...survey, minAnswered: 0 })({ Q1: 0 })).toBe('invalid'))
  test('weights too large for safe integers give the same, by BigInt', () => {
    const items = survey.items.map((item) => ({ ...item, weight: item.weight * 1e12 }))
    expect(responseIndex({ ...survey, items })({ Q1: 5, Q2: 4 })).toBe(733_333)
  })
})

describe('a response is excluded unless restored: unscored channel, or too fast', () => {
  test.each([
    { channel: 'poster', tooFast: false, restored: false, excluded: false },
    { channel: 'picture', tooFast: false, restored: false, excluded: true },
    { channel: 'poster', tooFast: true, restored: false, excluded: true },
    { channel: 'picture', tooFast: true, restored: true, excluded: false },
  ] as const)('$channel, too fast $tooFast, restored $restored: $excluded', ({ excluded, ...response }) =>
    expect(isExcluded(response, ['poster', 'card'])).toBe(excluded),
  )
})

describe('survey score: missing responses are filled with the pass mark or the own mean, whichever is lower', () => {
  test.each([
    { valid: 2, sum: 1_600_000, owed: 2, score: 800_000, why: 'quota met: the mean' },
    { valid: 3, sum: 2_400_000, owed: 2, score: 800_000, why: 'more than met' },
    { valid: 1, sum: 800_000, owed: 2, score: 700_000, why: '(80 + 60) / 2' },
    { valid: 1, sum: 400_000, owed: 2, score: 400_000, why: 'the own mean is lower' },
    { valid: 0, sum: 0, owed: 2, score: 0, why: 'nobody answered' },
    { valid: 0, sum: 0, owed: 0, score: 0, why: 'nobody was asked either' },
  ])('$valid of $owed: $why', ({ valid, sum, owed, score }) =>
    expect(surveyScore({ valid, sum: BigInt(sum) }, BigInt(owed), 60)).toBe(BigInt(score)),
  )
  test('satisfaction paper: 73.3333 points of 30 are 22 marks', () =>
    expect(satisfactionScore(BigInt(733_333), 30)).toBe(BigInt(220_000)))
})

describe('deductions: confirmed and not revoked, each item to its cap, all to the scheme’s', () => {
  const fault = { id: 'D', itemId: 'K1', villageId: 'V1', occurrences: 1, confirmed: true, revoked: false }
  const scheme = { deductionItems: [{ id: 'K1', title: '', marks: 1.5, cap: 4 }], deductionCap: 20 }
  test.each([
    { given: [fault], units: 15_000, why: 'one' },
    { given: [fault, fault], units: 30_000, why: 'two reports of one item' },
    { given: [{ ...fault, occurrences: 3 }], units: 40_000, why: '4.5, capped at 4' },
    { given: [{ ...fault, confirmed: false }], units: 0, why: 'not confirmed' },
    { given: [{ ...fault, revoked: true }], units: 0, why: 'revoked on appeal' },
    { given: [], units: 0, why: 'none' },
  ])('$why: $units units', ({ given, units }) => expect(deductionMarks(given, scheme)).toBe(BigInt(units)))
  test('all together at most the scheme’s cap', () =>
    expect(deductionMarks([fault, fault], { ...scheme, deductionCap: 2 })).toBe(BigInt(20_000)))
})

describe('provisional: too few scorecards, or too few valid responses', () => {
  const { scheme } = tinyRound()
  const onlySurvey = { ...scheme, weights: { common: 0, demonstration: 0, satisfaction: 100 } }
  const noSurvey = { ...scheme, weights: { common: 60, demonstration: 40, satisfaction: 0 } }
  test.each([
    { scheme, scorecards: 2, valid: 10, provisional: false, why: 'both just enough' },
    { scheme, scorecards: 1, valid: 10, provisional: true, why: 'a card is missing' },
    { scheme, scorecards: 2, valid: 9, provisional: true, why: 'a response is missing' },
    { scheme: onlySurvey, scorecards: 0, valid: 10, provisional: false, why: 'cards weigh nothing' },
    { scheme: noSurvey, scorecards: 2, valid: 0, provisional: false, why: 'responses weigh nothing' },
  ])('$why: $provisional', ({ scheme, scorecards, valid, provisional }) =>
    expect(isProvisional(scheme, { scorecards, valid })).toBe(provisional),
  )
})

describe('order: total, satisfaction, demonstration, deductions, as displayed; equal in all: one rank', () => {
  test.each([
    { tie: 'the higher total first', a: standing('A', 70_00), b: standing('B', 71_00), order: 'B1 A2' },
    { tie: 'then satisfaction', a: standing('A', 70_00, 10_00), b: standing('B', 70_00, 11_00), order: 'B1 A2' },
    {
      tie: 'then demonstration',
      a: standing('A', 70_00, 10_00, 5_00),
      b: standing('B', 70_00, 10_00, 6_00),
      order: 'B1 A2',
    },
    {
      tie: 'then fewer deductions',
      a: standing('A', 70_00, 10_00, 5_00, 100),
      b: standing('B', 70_00, 10_00, 5_00),
      order: 'B1 A2',
    },
    { tie: 'less than a hundredth does not count', a: standing('B', 70_49), b: standing('A', 70_01), order: 'A1 B1' },
  ])('$tie', ({ a, b, order }) => {
    expect(shown([a, b])).toBe(order)
    expect(shown([b, a])).toBe(order)
  })
  test('1, 2, 2, 4', () =>
    expect(shown([standing('D', 60_00), standing('C', 70_00), standing('B', 70_00), standing('A', 80_00)])).toBe(
      'A1 B2 C2 D4',
    ))
  test('ids by code units: capitals before small letters, Z10 before Z9', () =>
    expect(shown(['a', 'Z9', 'Z10'].map((id) => standing(id, 70_00)))).toBe('Z101 Z91 a1'))

  function standing(villageId: string, total: number, satisfaction = 0, demonstration = 0, deductions = 0) {
    const units = { total, satisfaction, demonstration, deductions, common: 0 }
    const exact = Object.entries(units).map(([name, value]) => [name, BigInt(value)])
    return { villageId, ...(Object.fromEntries(exact) as Record<keyof typeof units, bigint>) }
  }
  function shown(standings: Array<ReturnType<typeof standing>>): string {
    return inOrder(standings)
      .map(({ villageId, rank }) => villageId + rank)
      .join(' ')
  }
})

describe('recusal: listed for the village, and nobody else', () => {
  const round = tinyRound()
  const skipped = { ...round, stops: round.stops.map((stop) => ({ ...stop, state: 'skipped' })) }
  test('Wang for V2, not for V1', () => {
    expect(isRecused(round.panel[1]!, 'V2')).toBe(true)
    expect(isRecused(round.panel[1]!, 'V1')).toBe(false)
  })
  test.each([
    { who: 'Wang', villageId: 'V1', in: round, code: undefined },
    { who: 'Wang', villageId: 'V2', in: round, code: 'recused' },
    { who: 'Qian', villageId: 'V1', in: round, code: 'notAllowed' },
    { who: 'Li', villageId: 'V9', in: round, code: 'outOfScope' },
    { who: 'Li', villageId: 'V1', in: skipped, code: 'wrongState' },
  ])('$who may not score $villageId: $code', ({ who, villageId, code, in: facts }) =>
    expect(whyNotScore(who, villageId, facts)?.code).toBe(code),
  )
})

describe('inspectors of a public edition are named A…Z, AA, AB…', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i: %s', (position, name) => expect(letters(position)).toBe(name))
})
