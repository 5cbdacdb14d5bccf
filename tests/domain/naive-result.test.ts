/** The naive computation of tests/naive, and that holding recompute against it (prove recompute) can fail. */
import { difference, printedResult } from '../../tools/prove/recompute/comparison'
import { halvedRound, KINDS } from '../../tools/prove/recompute/halved-round'
import { halvedPlaces } from '../../tools/prove/recompute/leanings'
import { faults, isSeen } from '../../tools/prove/recompute/without-a-rule'
import { everyChange, type Json } from '../../tools/prove/tamper/changes'
import { exact, Fraction } from '../naive/fraction'
import { naiveResult } from '../naive/result'
import { endsInHalf, halfAwayFromZero } from '../naive/rounding'
import { tinyRound } from './tiny-round'

describe('numbers are the exact decimals that are printed, a half goes away from 0', () => {
  test.each<[number, bigint, bigint]>([
    [0.1, 1n, 10n],
    [-2.5, -5n, 2n],
    [1e-7, 1n, 10_000_000n],
    [1.5e21, 1_500_000_000_000_000_000_000n, 1n],
    [0, 0n, 1n],
  ])('%d', (value, top, bottom) => expect(exact(value)).toEqual(new Fraction(top, bottom)))

  test.each<[bigint, bigint, bigint]>([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [3n, 2n, 2n],
    [-3n, 2n, -2n],
    [49n, 100n, 0n],
    [-51n, 100n, -1n],
  ])('%d / %d → %d', (top, bottom, rounded) =>
    expect(halfAwayFromZero(new Fraction(top, bottom), 'mean')).toBe(rounded),
  )
})

test('the tiny round, by hand: three cards for V1, two for V2, nobody severe to the unit', () => {
  const never = { ...tinyRound().scheme, severityAdjustment: 'never' as const }
  const { ranking } = naiveResult({ ...tinyRound(), scheme: never })
  // V1: (8 + 4 + 5) · 40 / 20, 28, 36, their mean 32.666…; goals 9, 7, 9.5 of 10 · 0.8 · 30; 3 marks taken off.
  expect(ranking.find(({ villageId }) => villageId === 'V1')).toMatchObject({
    common: 326_667,
    demonstration: 204_000,
    deductions: 30_000,
  })
})

describe('recompute held against the naive computation can fail', () => {
  test('every change of a copy of the result is seen, and named', () => {
    const { naive, file } = halvedRound(3)
    const copy = JSON.parse(JSON.stringify(printedResult(file))) as { [name: string]: Json }
    let changes = 0
    for (const change of everyChange(copy)) {
      change.make()
      expect(difference(copy, naive)).toMatch(/^result/)
      change.takeBack()
      changes++
    }
    expect(changes).toBeGreaterThan(20)
    expect(difference(copy, naive)).toBeNull()
  })

  test('one unit more is told by where it stands', () => {
    const { naive } = halvedRound(3)
    const copy = JSON.parse(JSON.stringify(naive)) as typeof naive
    copy.ranking[0]!.survey.quota += 1
    expect(difference(copy, naive)).toMatch(/^result\.ranking\.0\.survey\.quota: \d+, not \d+$/)
  })

  test.each(faults.filter(({ place }) => place !== undefined && place !== 'cent').map((fault) => [fault.name, fault]))(
    '%s: seen in a round built for it',
    (_, fault) => {
      const rounds = [0, 1, 2, 3, 4].map((n) => halvedPlaces.indexOf(fault.place!) + n * KINDS)
      expect(rounds.some((seed) => isSeen(fault, halvedRound(seed)))).toBe(true)
    },
  )

  test.each(halvedPlaces)('%s: most rounds built for a half there have one', (place) => {
    const seeds = [1, 2, 3, 4, 5].map((n) => halvedPlaces.indexOf(place) + n * KINDS)
    const halved = seeds.filter((seed) => {
      let halves = 0
      naiveResult(halvedRound(seed).file, (value, where) => {
        if (where === place && endsInHalf(value)) halves++
        return halfAwayFromZero(value, where)
      })
      return halves > 0
    })
    expect(halved.length).toBeGreaterThanOrEqual(3)
  })
})
