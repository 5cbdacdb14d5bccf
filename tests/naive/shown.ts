/** `shown` of docs/round-file.md: coverage, mean and rate of one village, each rounded to four decimals. */
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { Village } from '../../src/domain/round-file'
import type { Interval, ShownSurvey } from '../../src/domain/round-result'
import { exact, type Fraction, larger, smaller, squareRoot, zero } from './fraction'
import { type Rounding, U } from './rounding'
import type { Tally } from './survey'

const one = exact(1)
const two = exact(2)
const four = exact(4)
const z = exact(1.959963984540054)

export function naiveShown(village: Village, tally: Tally, round: Rounding): ShownSurvey {
  const { valid, overallAnswered, overallSatisfied } = tally
  const coverage = fourDecimals(exact(valid).over(exact(village.households)))
  if (valid < 5) {
    return { villageId: village.id, coverage, mean: null, meanInterval: null, rate: null, rateInterval: null }
  }
  const mean = tally.sum.over(exact(valid)).over(U)
  const rate = overallAnswered === 0 ? null : exact(overallSatisfied).over(exact(overallAnswered))
  return {
    villageId: village.id,
    coverage,
    mean: fourDecimals(mean),
    meanInterval: interval(student(mean, tally)),
    rate: rate === null ? null : fourDecimals(rate),
    rateInterval: rate === null ? null : interval(wilson(rate, exact(overallAnswered))),
  }

  function interval([low, high]: [Fraction, Fraction]): Interval {
    return [fourDecimals(low), fourDecimals(high)]
  }

  function fourDecimals(value: Fraction): number {
    return Number(round(value.times(exact(10_000)), 'shown')) / 10_000
  }
}

/** m ± t · s / √n */
function student(mean: Fraction, { valid, spread }: Tally): [Fraction, Fraction] {
  const n = exact(valid)
  const square = spread.over(U).over(U).over(n.minus(one))
  const away = exact(tQuantile(0.975, valid - 1)).times(squareRoot(square.over(n)))
  return [mean.minus(away), mean.plus(away)]
}

/** (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n) */
function wilson(p: Fraction, n: Fraction): [Fraction, Fraction] {
  const zz = z.times(z)
  const middle = p.plus(zz.over(two.times(n)))
  const under = p
    .times(one.minus(p))
    .over(n)
    .plus(zz.over(four.times(n).times(n)))
  const away = z.times(squareRoot(under))
  const below = one.plus(zz.over(n))
  const within = (value: Fraction) => smaller(one, larger(zero, value))
  return [within(middle.minus(away).over(below)), within(middle.plus(away).over(below))]
}
