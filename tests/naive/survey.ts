/** Step 6 of docs/round-file.md: what a village's answers come to. */
import type { Response, RoundFile, Scheme, Survey, Village } from '../../src/domain/round-file'
import { exact, Fraction, smaller, sum, zero } from './fraction'
import { hundred, type Rounding, U } from './rounding'

/** Of one village. `sum`: of the valid responses' indices, in units; `spread`: Σ (x − mean)², in units². */
export type Tally = {
  received: number
  excluded: number
  invalid: number
  valid: number
  sum: Fraction
  spread: Fraction
  overallAnswered: number
  overallSatisfied: number
}

export function tallyOf(file: RoundFile, villageId: string, round: Rounding): Tally {
  if (file.edition === 'public') return publicTally(file.surveyTotals.find((totals) => totals.villageId === villageId)!)
  const { survey } = file.scheme
  const received = file.responses.filter((response) => response.villageId === villageId)
  const counted = received.filter((response) => !isExcluded(response, survey))
  const valid = counted.filter((response) => isValid(response, survey))
  const indices = valid.map((response) => indexOf(response, survey, round))
  const overall = valid.map((response) => pointsOf(response, survey.overallItem, survey)).filter((one) => one !== null)
  const total = sum(indices)
  return {
    received: received.length,
    excluded: received.length - counted.length,
    invalid: counted.length - valid.length,
    valid: valid.length,
    sum: total,
    spread: sum(
      indices.map((index) => {
        const away = index.minus(total.over(exact(valid.length)))
        return away.times(away)
      }),
    ),
    overallAnswered: overall.length,
    overallSatisfied: overall.filter((points) => points.compare(exact(survey.passMark)) >= 0).length,
  }
}

function publicTally(totals: Extract<RoundFile, { edition: 'public' }>['surveyTotals'][number]): Tally {
  const total = exact(totals.sum)
  const squares = new Fraction(BigInt(totals.sumSquares))
  const spread = totals.valid === 0 ? zero : squares.minus(total.times(total).over(exact(totals.valid)))
  return { ...totals, sum: total, spread }
}

function isExcluded({ channel, tooFast, restored }: Response, { scoredChannels }: Survey): boolean {
  return !restored && (tooFast || !scoredChannels.includes(channel))
}

function isValid(response: Response, survey: Survey): boolean {
  const answered = survey.items.filter(({ id }) => pointsOf(response, id, survey) !== null).length
  return answered > 0 && exact(answered).over(exact(survey.items.length)).compare(exact(survey.minAnswered)) >= 0
}

function indexOf(response: Response, survey: Survey, round: Rounding): Fraction {
  const answered = survey.items.flatMap(({ id, weight }) => {
    const points = pointsOf(response, id, survey)
    return points === null ? [] : [{ points, weight: exact(weight) }]
  })
  const weighed = sum(answered.map(({ points, weight }) => weight.times(points)))
  return exact(round(weighed.times(U).over(sum(answered.map(({ weight }) => weight))), 'response index'))
}

/** Null: unanswered, or answered with a level that has no points. */
function pointsOf({ answers }: Response, itemId: string, { levels }: Survey): Fraction | null {
  if (!Object.hasOwn(answers, itemId)) return null
  const { points } = levels.find(({ value }) => value === answers[itemId])!
  return points === null ? null : exact(points)
}

export function quotaOf({ households }: Village, { quota }: Survey): number {
  const share = exact(quota.share).times(exact(households))
  // Rounded up: what is left over makes one more.
  const up = Number(share.top / share.bottom) + (share.bottom === 1n ? 0 : 1)
  return Math.min(households, Math.min(Math.max(up, quota.min), quota.max))
}

/** The satisfaction paper, in units. */
export function satisfactionOf(
  { valid, sum: total }: Tally,
  quota: number,
  { survey, weights }: Scheme,
  round: Rounding,
): Fraction {
  const score = scoreOf()
  return exact(round(score.times(exact(weights.satisfaction)).over(hundred), 'satisfaction paper'))

  function scoreOf(): Fraction {
    if (valid === 0) return zero
    if (valid >= quota) return exact(round(total.over(exact(valid)), 'mean of the answers'))
    const mean = exact(round(total.over(exact(valid)), 'mean that fills up'))
    const each = smaller(exact(survey.passMark).times(U), mean)
    const missing = exact(quota - valid)
    return exact(round(total.plus(missing.times(each)).over(exact(quota)), 'filled up'))
  }
}
