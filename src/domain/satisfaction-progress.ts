/**
 * 增量 of the satisfaction paper: means over the valid responses, without the filling up of a missed quota (more answers
 * are no progress). Where both rounds asked the same, the two means that the village's pages show; else the means
 * of the questions in common, as they are shown, so that nothing new is told of what a few people answered
 * (small-cells.ts). Rule: docs/domain.md, Progress.
 */
import { div, exactUnits, sum } from './exact'
import { FEWEST_SHOWN } from './fewest-shown'
import { publicFigures } from './public-figures'
import type { AuditEdition, Survey } from './round-file'
import type { RankedVillage } from './round-result'
import { surveyTallies } from './survey-tally'
import { U, type Units } from './units'
import type { RoundDetails } from './village-details'

export type SurveyedRound = {
  input: AuditEdition
  ranking: readonly RankedVillage[]
  details: Pick<RoundDetails, 'villages'>
}

/** By village, in units of a mark; null where nothing can be set side by side. */
export function satisfactionProgress(before: SurveyedRound, now: SurveyedRound): (villageId: string) => Units | null {
  const { survey, weights } = now.input.scheme
  if (!onOneScale(before, now)) return () => null
  const compare = askedTheSame(before.input.scheme.survey, survey)
    ? meansBetween(before, now)
    : questionsBetween(before, now)
  return (villageId) => {
    const points = compare(villageId)
    return points && Number(div(points.top * BigInt(weights.satisfaction), points.bottom * BigInt(100)))
  }
}

/** A difference in units of a point: top / bottom. */
type Difference = { top: bigint; bottom: bigint } | null

function meansBetween(before: SurveyedRound, now: SurveyedRound): (villageId: string) => Difference {
  const [then, since] = [surveyTallies(before.input), surveyTallies(now.input)]
  return (villageId) => {
    const former = then.get(villageId)!
    const present = since.get(villageId)!
    if (former.valid < FEWEST_SHOWN || present.valid < FEWEST_SHOWN) return null
    const mean = (tally: typeof former) => div(tally.sum, BigInt(tally.valid))
    return { top: mean(present) - mean(former), bottom: BigInt(1) }
  }
}

function questionsBetween(before: SurveyedRound, now: SurveyedRound): (villageId: string) => Difference {
  const [then, since] = [shownMeans(before), shownMeans(now)]
  return (villageId) => {
    const former = then(villageId)
    const present = since(villageId)
    const common = now.input.scheme.survey.items.flatMap(({ id, weight }) => {
      const [was, is] = [former.get(id), present.get(id)]
      return was === undefined || is === undefined ? [] : [{ weight: exactUnits(weight), moved: is - was }]
    })
    if (common.length === 0) return null
    return {
      top: sum(common.map(({ weight, moved }) => weight * BigInt(moved) * BigInt(U))),
      bottom: sum(common.map(({ weight }) => weight)),
    }
  }
}

/** A village's means in whole points, of the questions that show one. */
export function shownMeans({ input, ranking, details }: SurveyedRound): (villageId: string) => Map<string, number> {
  const rows = new Map(ranking.map((row) => [row.villageId, row]))
  const villages = new Map(details.villages.map((village) => [village.villageId, village]))
  return (villageId) => {
    const { rate, questions } = villages.get(villageId)!
    const figures = publicFigures(input.scheme.survey, rows.get(villageId)!.survey.valid, rate, questions)
    return new Map((figures?.items ?? []).flatMap(({ id, mean }) => (mean === null ? [] : [[id, mean]])))
  }
}

function askedTheSame(before: Survey, now: Survey): boolean {
  return questionsOf(before) === questionsOf(now)
}

function questionsOf({ items }: Survey): string {
  return JSON.stringify(items.map(({ id, weight }) => [id, weight]).sort())
}

/** Other points for the levels are other full marks for every question. */
export function onOneScale(before: SurveyedRound, now: SurveyedRound): boolean {
  return scaleOf(before.input.scheme.survey) === scaleOf(now.input.scheme.survey)
}

function scaleOf({ levels }: Survey): string {
  return JSON.stringify(levels.map(({ value, points }) => [value, points]).sort())
}
