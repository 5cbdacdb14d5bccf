import { readRoundText } from '../../src/domain/read-round-file'
import { refusalLine } from '../../src/domain/refusal'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import type { RankedVillage } from '../../src/domain/round-result'
import { type Change, changed } from './change'
import { fileText, tinyRound } from './tiny-round'

function resultOf(...changes: Change[]) {
  const round = changes.reduce<AuditEdition>(changed, tinyRound())
  const read = readRoundText(fileText(round))
  if ('refusal' in read) throw new Error(refusalLine(read.refusal))
  return roundResult(read.round)
}

function rowOf(villageId: string, ...changes: Change[]): RankedVillage {
  return resultOf(...changes).ranking.find((row) => row.villageId === villageId)!
}

const noMarks = { total: null, common: null, demonstration: null, satisfaction: null, deductions: null, plain: null }

describe('the tiny round, reckoned by hand', () => {
  // Common at V1: (8 + 4 + 5) / 20, (6 + 3 + 5) / 20, (8.5 + 4.5 + 5) / 20 of 40: 34, 28, 36, the mean 32.6667.
  // At V2: C2 does not apply, 20 measures 2.5: (7 + 2.5) / 15, (7.5 + 2.5) / 15 of 40: 25.3333, 26.6667, the mean 26.
  // Goals at V1 (difficulty 0.8): 21.6, 16.8, 22.8, the mean 20.4; at V2: 24.
  const plain = { set: 'scheme.severityAdjustment', to: 'never' } as const
  // Nine villagers are all satisfied, one: Q1 100, Q2 0 → 33.3333; the mean 93.3333, of 30 marks: 28.
  const v1 = { common: 326_667, demonstration: 204_000, satisfaction: 280_000, deductions: 30_000 }
  // Quota of V2: 20 of 100 households. Ten answered: nine times 60 and once 20: the mean 56 is below the pass mark.
  const v2 = { common: 260_000, demonstration: 240_000, satisfaction: 168_000, deductions: 0 }

  test('V1: first', () =>
    expect(rowOf('V1', plain)).toEqual({
      rank: 1,
      villageId: 'V1',
      deferred: false,
      total: 780_667,
      ...v1,
      plain: { common: v1.common, demonstration: v1.demonstration },
      inspectors: 3,
      survey: { received: 10, excluded: 0, invalid: 0, valid: 10, quota: 8 },
    }))
  test('V2: second', () =>
    expect(rowOf('V2', plain)).toEqual({
      rank: 2,
      villageId: 'V2',
      deferred: false,
      total: 668_000,
      ...v2,
      plain: { common: v2.common, demonstration: v2.demonstration },
      inspectors: 2,
      survey: { received: 10, excluded: 0, invalid: 0, valid: 10, quota: 20 },
    }))
  test('severity: off under never, applied under auto as Wang did not score V2', () => {
    expect(resultOf(plain).severity).toEqual({ common: 'off', demonstration: 'off' })
    expect(resultOf().severity).toEqual({ common: 'applied', demonstration: 'applied' })
  })
  test('shown for V1: coverage 10 of 40, mean 93.3333, rate 9 of 10', () => {
    const [shown] = resultOf(plain).shown
    expect(shown).toMatchObject({ villageId: 'V1', coverage: 0.25, mean: 93.3333, rate: 0.9 })
    // s = 21.0819 (nine times 100, once 33.3333), t(0.975, 9) = 2.2622: ± 15.0810, not clamped to 100.
    expect(shown!.meanInterval).toEqual([78.2523, 108.4144])
    // Wilson, 9 of 10.
    expect(shown!.rateInterval).toEqual([0.5958, 0.9821])
  })
  test('a total is never below 0', () => {
    const heavy: Change[] = [
      { set: 'scheme.deductionCap', to: 200 },
      { set: 'scheme.deductionItems[0].cap', to: 200 },
      { set: 'deductions[0].occurrences', to: 100 },
    ]
    expect(rowOf('V1', plain, ...heavy)).toMatchObject({ total: 0, deductions: 1_500_000 })
  })
})

describe('deferred villages have no rank and no figures', () => {
  const fewer = { set: 'responses', to: tinyRound().responses.slice(0, 16) } as const

  test('a skipped stop: all its inputs are left out, its quota stands', () => {
    const skipped = { set: 'stops[1].state', to: 'skipped' } as const
    expect(rowOf('V2', skipped)).toEqual({
      rank: null,
      villageId: 'V2',
      deferred: true,
      ...noMarks,
      inspectors: 0,
      survey: { received: 0, excluded: 0, invalid: 0, valid: 0, quota: 20 },
    })
    expect(resultOf(skipped).shown.map(({ villageId }) => villageId)).toEqual(['V1'])
    expect(resultOf(skipped).severity).toEqual({ common: 'not needed', demonstration: 'not needed' })
  })
  test('too few responses: provisional, shown all the same', () => {
    expect(rowOf('V2', fewer)).toEqual({
      rank: null,
      villageId: 'V2',
      deferred: true,
      ...noMarks,
      inspectors: 2,
      survey: { received: 6, excluded: 0, invalid: 0, valid: 6, quota: 20 },
    })
    expect(resultOf(fewer).shown.map(({ villageId }) => villageId)).toEqual(['V1', 'V2'])
  })
  test('accepted: ranked all the same', () =>
    expect(rowOf('V2', fewer, { set: 'accepted', to: ['V2'] })).toMatchObject({ rank: 2, deferred: false }))
  test('accepted but skipped: not in the field, so not ranked', () =>
    expect(rowOf('V2', { set: 'stops[1].state', to: 'skipped' }, { set: 'accepted', to: ['V2'] }).rank).toBeNull())
  test('too few scorecards: provisional', () =>
    expect(rowOf('V2', { set: 'scheme.minInspectors', to: 3 }).deferred).toBe(true))
  test('nobody is ranked: nothing to adjust', () => {
    const { ranking, severity } = resultOf({ set: 'scheme.minInspectors', to: 9 })
    expect(ranking.map(({ villageId, rank }) => [villageId, rank])).toEqual([
      ['V1', null],
      ['V2', null],
    ])
    expect(severity).toEqual({ common: 'not needed', demonstration: 'not needed' })
  })
})

describe('a paper of weight 0', () => {
  const weights = (common: number, demonstration: number, satisfaction: number): Change => ({
    set: 'scheme.weights',
    to: { common, demonstration, satisfaction },
  })
  test('needs no goals, is 0 and needs no adjustment', () => {
    const changes = [weights(70, 0, 30), { set: 'goals', to: [] } as const, ...withoutGoalMarks()]
    expect(rowOf('V1', ...changes)).toMatchObject({ demonstration: 0, plain: { demonstration: 0 } })
    expect(resultOf(...changes).severity.demonstration).toBe('not needed')
  })
  test('satisfaction: nobody need answer', () =>
    expect(rowOf('V1', weights(60, 40, 0), { set: 'responses', to: [] })).toMatchObject({
      satisfaction: 0,
      deferred: false,
    }))
  test('both marked papers: nobody need score', () =>
    expect(rowOf('V1', weights(0, 0, 100), { set: 'scorecards', to: [] })).toMatchObject({
      common: 0,
      satisfaction: 933_333,
      deferred: false,
    }))

  function withoutGoalMarks(): Change[] {
    return tinyRound().scorecards.map(({ villageId }, i) => ({ drop: `scorecards[${i}].marks.${villageId}-G` }))
  }
})

describe('fewer than 5 valid responses show nothing', () => {
  const four = { set: 'responses', to: tinyRound().responses.slice(0, 4) } as const
  test('neither mean nor rate, nor their intervals', () =>
    expect(resultOf(four).shown[0]).toEqual({
      villageId: 'V1',
      coverage: 0.1,
      mean: null,
      meanInterval: null,
      rate: null,
      rateInterval: null,
    }))
  test('five that did not answer the overall item: a mean, no rate', () => {
    const answers = tinyRound()
      .responses.slice(0, 5)
      .map((response) => ({ ...response, answers: { Q1: 5 } }))
    expect(resultOf({ set: 'responses', to: answers }).shown[0]).toMatchObject({
      mean: 100,
      meanInterval: [100, 100],
      rate: null,
      rateInterval: null,
    })
  })
})

describe('ids are the file’s own', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is an id like any other', (id) => {
    const text = fileText(tinyRound())
    const rename = (from: string) => text.replaceAll(`"${from}"`, `"${id}"`)
    const plain = roundResult(JSON.parse(text)).ranking
    for (const from of ['C1', 'Li', 'Q1', 'V1-G', 'K1']) {
      const read = readRoundText(rename(from))
      if ('refusal' in read) throw new Error(refusalLine(read.refusal))
      expect(roundResult(read.round).ranking).toEqual(plain)
    }
  })
})
