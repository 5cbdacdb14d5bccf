/**
 * What is shown beside a village's satisfaction score, outside the digest: coverage, mean and satisfaction rate with
 * their 95 % intervals, rounded to four decimals. Below 5 valid responses nothing that gives an answer away.
 * Server and tools only (student-t.ts). Rule: docs/round-file.md, Out.
 */
import { exactWhole, quotient, roundTo } from './exact'
import { FEWEST_SHOWN } from './fewest-shown'
import type { Interval, ShownSurvey } from './round-result'
import { studentT } from './student-t'
import type { SurveyTally } from './survey-tally'
import { U } from './units'
import { wilson } from './wilson'

export { FEWEST_SHOWN }

const PLACES = 4

export function shownSurvey(village: { id: string; households: number }, tally: SurveyTally): ShownSurvey {
  const shows = tally.valid >= FEWEST_SHOWN
  const rates = shows && tally.overallAnswered > 0
  return {
    villageId: village.id,
    coverage: quotient(PLACES, exactWhole(tally.valid), exactWhole(village.households)),
    mean: shows ? quotient(PLACES, tally.sum, BigInt(tally.valid) * BigInt(U)) : null,
    meanInterval: shows ? rounded(meanInterval(tally)) : null,
    rate: rates ? quotient(PLACES, BigInt(tally.overallSatisfied), BigInt(tally.overallAnswered)) : null,
    rateInterval: rates ? rounded(wilson(tally.overallSatisfied, tally.overallAnswered)) : null,
  }
}

/** m ± t(0.975, n − 1) · s / √n in points, with s² = Σ(x − m)² / (n − 1), taken exactly until the root. */
function meanInterval({ valid, sum, sumSquares }: Pick<SurveyTally, 'valid' | 'sum' | 'sumSquares'>): Interval {
  const n = BigInt(valid)
  const mean = Number(sum) / valid / U
  const variance = Number(n * sumSquares - sum * sum) / (valid * (valid - 1)) / U / U
  const half = studentT(valid - 1) * Math.sqrt(variance / valid)
  return [mean - half, mean + half]
}

function rounded([low, high]: Interval): Interval {
  return [roundTo(PLACES, low), roundTo(PLACES, high)]
}
