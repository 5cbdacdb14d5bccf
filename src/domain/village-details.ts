/**
 * What a village's page shows beside its place in the ranking: its items against the medians of the ranked villages,
 * its survey question by question, its deductions. Computed once, at sealing, from the sealed inputs, and outside the
 * digest. Marks in whole units. Never a breakdown of fewer than 5 responses (docs/domain.md, Survey rules).
 */
import { applicableItems } from './applicable-items'
import { deductionMarks, stands } from './deduction-marks'
import { div, exactUnits, sum } from './exact'
import { FEWEST_SHOWN } from './fewest-shown'
import { groupBy } from './group-by'
import { measuredMark } from './measured-mark'
import { middleValue } from './middle-value'
import { byCodeUnits } from './order'
import { own } from './own'
import { pointsByLevel, responseIndex } from './response-index'
import type { AuditEdition, Channel, Deduction, Paper, Response, Scheme, Scorecard, Survey } from './round-file'
import { fieldOf } from './round-ranking'
import type { RankedVillage } from './round-result'
import { grainOf, inSteps, type ShownRate, shownAnswered, shownMean, shownRate } from './small-cells'
import { isExcluded } from './survey-tally'
import { U, type Units } from './units'

export type RoundDetails = {
  /** Over the ranked villages; null where none is ranked. */
  medians: Record<Paper | 'total', Units | null>
  /** By indicator: the median of the ranked villages' means. Goals are a village's own and have none. */
  itemMedians: Array<{ id: string; median: Units }>
  villages: VillageDetails[]
}

export type VillageDetails = {
  villageId: string
  items: ItemMean[]
  /** Empty below 5 valid responses. */
  questions: QuestionMean[]
  /** 基本满意 or better on the overall item; null where fewer than 5 answered it. */
  rate: ShownRate | null
  /** Mean of a channel's valid responses in whole points, where there are 5 at least; without how many. */
  channels: Array<{ channel: Channel; mean: number }>
  /** Valid responses that came by household card, rounded down to a multiple of 5 (small-cells.ts). */
  byCard: number
  deductions: Array<{ itemId: string; occurrences: number; marks: Units }>
}

/**
 * `mean`: over the cards that counted, or what a measured value's table gives; null for a deferred village, where it
 * could give one inspector's marks away. `value`: the measured fact.
 */
export type ItemMean = { id: string; mean: Units | null; value: number | null }

/**
 * `mean` in whole points 0…100; null with fewer than 5 answers to the question. `answered` null: so few answered, or so
 * few did not, that the count would tell of fewer than 5 people (small-cells.ts).
 */
export type QuestionMean = { id: string; answered: number | null; mean: number | null }

export function roundDetails(round: AuditEdition, ranking: readonly RankedVillage[]): RoundDetails {
  const ranked = ranking.filter((row) => !row.deferred)
  const rankedIds = new Set(ranked.map(({ villageId }) => villageId))
  const cards = groupBy(round.scorecards, ({ villageId }) => villageId)
  const field = fieldOf(round)
  const responses = groupBy(
    validResponses(round).filter(({ villageId }) => field.has(villageId)),
    ({ villageId }) => villageId,
  )
  const deductions = groupBy(round.deductions.filter(stands), ({ villageId }) => villageId)

  const villages = round.villages.map(({ id }) => ({
    villageId: id,
    items: itemMeans(round, id, rankedIds.has(id) ? (cards.get(id) ?? []) : []),
    ...surveyOf(round.scheme.survey, responses.get(id) ?? []),
    deductions: deductionRows(deductions.get(id) ?? [], round.scheme),
  }))
  return {
    medians: {
      common: middleValue(ranked.map((row) => row.common!)),
      demonstration: middleValue(ranked.map((row) => row.demonstration!)),
      satisfaction: middleValue(ranked.map((row) => row.satisfaction!)),
      total: middleValue(ranked.map((row) => row.total!)),
    },
    itemMedians: round.scheme.indicators.flatMap(({ id }) => {
      const inRanked = villages.filter(({ villageId }) => rankedIds.has(villageId)).flatMap(({ items }) => items)
      const middle = middleValue(inRanked.flatMap((item) => (item.id === id && item.mean !== null ? [item.mean] : [])))
      return middle === null ? [] : [{ id, median: middle }]
    }),
    villages,
  }
}

function itemMeans(round: AuditEdition, villageId: string, cards: readonly Scorecard[]): ItemMean[] {
  const { judged, measured, goals } = applicableItems(round.scheme, round.goals, round.notApplicable, villageId)
  const values = new Map(
    round.measurements
      .filter((one) => one.villageId === villageId)
      .map(({ indicatorId, value }) => [indicatorId, value]),
  )
  const applicable = new Set([...judged, ...measured].map(({ id }) => id))
  return [
    // In the scheme's order, judged and measured mixed as they stand there.
    ...round.scheme.indicators
      .filter(({ id }) => applicable.has(id))
      .map((indicator) => {
        if (indicator.kind === 'judged') return { id: indicator.id, mean: meanMark(indicator.id, cards), value: null }
        const value = values.get(indicator.id) ?? null
        const mean = value === null ? null : Number(exactUnits(measuredMark(indicator.bands, value)))
        return { id: indicator.id, mean, value }
      }),
    ...goals.map(({ id }) => ({ id, mean: meanMark(id, cards), value: null })),
  ]
}

function meanMark(itemId: string, cards: readonly Scorecard[]): Units | null {
  if (cards.length === 0) return null
  return Number(div(sum(cards.map(({ marks }) => exactUnits(own(marks, itemId)!))), BigInt(cards.length)))
}

/** The responses that the satisfaction score rests on. */
function validResponses({ responses, scheme: { survey } }: AuditEdition): Response[] {
  const index = responseIndex(survey)
  return responses.filter(
    (response) => !isExcluded(response, survey.scoredChannels) && index(response.answers) !== 'invalid',
  )
}

function surveyOf(
  survey: Survey,
  responses: readonly Response[],
): Pick<VillageDetails, 'questions' | 'rate' | 'channels' | 'byCard'> {
  const valid = responses.length
  if (valid < FEWEST_SHOWN) return { questions: [], rate: null, channels: [], byCard: 0 }
  const points = pointsByLevel(survey.levels)
  const grain = grainOf([...points.values()].flatMap((given) => given ?? []))
  const overall = pointsGiven(survey.overallItem)
  return {
    questions: survey.items.map(({ id }) => {
      const given = pointsGiven(id)
      const { answered, of } = shownAnswered(given.length, valid)
      const total = { sum: given.reduce((a, b) => a + b, 0), answered: given.length }
      return { id, answered, mean: shownMean(total, of, grain) }
    }),
    rate: shownRate(overall.filter((one) => one >= survey.passMark).length, overall.length, valid),
    channels: channelMeans(survey, responses),
    byCard: inSteps(responses.filter(({ channel }) => channel === 'card').length),
  }

  function pointsGiven(itemId: string): number[] {
    return responses.flatMap(({ answers }) => {
      const level = own(answers, itemId)
      return (level === undefined ? null : points.get(level)) ?? []
    })
  }
}

function channelMeans(survey: Survey, responses: readonly Response[]): VillageDetails['channels'] {
  const index = responseIndex(survey)
  const channels = [...new Set(responses.map(({ channel }) => channel))].sort(byCodeUnits)
  return channels.flatMap((channel) => {
    const ofChannel = responses.filter((one) => one.channel === channel)
    if (ofChannel.length < FEWEST_SHOWN) return []
    const sum = ofChannel.reduce((total, { answers }) => total + (index(answers) as Units), 0)
    return [{ channel, mean: Math.round(sum / ofChannel.length / U) }]
  })
}

/** Item by item, up to the item's cap; the scheme's cap on their sum shows only in the total. */
function deductionRows(deductions: readonly Deduction[], { deductionItems }: Scheme): VillageDetails['deductions'] {
  const byItem = groupBy(deductions, ({ itemId }) => itemId)
  return deductionItems.flatMap((item) => {
    const ofItem = byItem.get(item.id)
    if (!ofItem) return []
    const occurrences = ofItem.reduce((total, deduction) => total + deduction.occurrences, 0)
    const marks = Number(deductionMarks(ofItem, { deductionItems: [item], deductionCap: item.cap }))
    return [{ itemId: item.id, occurrences, marks }]
  })
}
