/**
 * A village's responses, counted and added up: from the responses themselves in an audit edition, as given in a public
 * one. Rule: docs/round-file.md, step 6.
 */

import { exactWhole } from './exact'
import { own } from './own'
import { pointsByLevel, type ResponseIndex, responseIndex } from './response-index'
import type { Channel, Response, RoundFile, Survey } from './round-file'
import type { SurveyCounts } from './round-result'
import type { Units } from './units'

export type SurveyTally = SurveyCounts & {
  /** Σ of the valid responses' index, and of its squares, in units and units². */
  sum: bigint
  sumSquares: bigint
  /** Valid responses that answered the overall item, and those of them who chose the pass mark or better. */
  overallAnswered: number
  overallSatisfied: number
}

/** One tally for every village of the round, in the order of its villages. */
export function surveyTallies(round: RoundFile): Map<string, SurveyTally> {
  if (round.edition === 'public') return new Map(round.surveyTotals.map((totals) => [totals.villageId, read(totals)]))
  return countResponses(round.villages, round.responses, round.scheme.survey)
}

/** 不计入: never scored, unless two persons lifted it. */
export function isExcluded(
  { channel, tooFast, restored }: Pick<Response, 'channel' | 'tooFast' | 'restored'>,
  scoredChannels: readonly Channel[],
): boolean {
  return !restored && (tooFast || !scoredChannels.includes(channel))
}

function countResponses(
  villages: ReadonlyArray<{ id: string }>,
  responses: readonly Response[],
  survey: Survey,
): Map<string, SurveyTally> {
  const counters = new Map(villages.map(({ id }) => [id, counter(survey)]))
  for (const response of responses) counters.get(response.villageId)!.count(response)
  return new Map([...counters].map(([id, { tally }]) => [id, tally()]))
}

function counter(survey: Survey) {
  const index: ResponseIndex = responseIndex(survey)
  const overall = overallItem(survey)
  const counts = { received: 0, excluded: 0, invalid: 0, valid: 0, overallAnswered: 0, overallSatisfied: 0 }
  const sum = bigSum()
  const sumSquares = bigSum()
  return { count, tally: (): SurveyTally => ({ ...counts, sum: sum.total(), sumSquares: sumSquares.total() }) }

  function count(response: Response): void {
    counts.received += 1
    if (isExcluded(response, survey.scoredChannels)) {
      counts.excluded += 1
      return
    }
    const x = index(response.answers)
    if (x === 'invalid') {
      counts.invalid += 1
      return
    }
    counts.valid += 1
    add(x)
    const answer = overall(response)
    if (answer !== 'unanswered') counts.overallAnswered += 1
    if (answer === 'satisfied') counts.overallSatisfied += 1
  }

  function add(x: Units): void {
    sum.add(x)
    sumSquares.add(x * x)
  }
}

function overallItem(survey: Survey): (response: Response) => 'satisfied' | 'not satisfied' | 'unanswered' {
  const points = pointsByLevel(survey.levels)
  return ({ answers }) => {
    const level = own(answers, survey.overallItem)
    const given = level === undefined ? null : points.get(level)
    if (given == null) return 'unanswered'
    return given >= survey.passMark ? 'satisfied' : 'not satisfied'
  }
}

/** Adds up safe integers (an index squared is at most 10^12) and turns to BigInt only when they fill up. */
function bigSum() {
  let full = BigInt(0)
  let open = 0
  return {
    add(value: number): void {
      open += value
      if (open > 2 ** 52) {
        full += BigInt(open)
        open = 0
      }
    },
    total: () => full + BigInt(open),
  }
}

function read({
  sum,
  sumSquares,
  ...counts
}: Omit<SurveyTally, 'sum' | 'sumSquares'> & { sum: number; sumSquares: string }) {
  return { ...counts, sum: exactWhole(sum), sumSquares: BigInt(sumSquares) }
}
