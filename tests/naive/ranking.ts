/** Steps 3 and 8 of docs/round-file.md: who is ranked, and in which order. */
import type { MarkedPaper, RoundFile, Village } from '../../src/domain/round-file'
import type { RankedVillage } from '../../src/domain/round-result'
import { type Cell, cellsOf } from './card-scores'
import { deductionsOf } from './deductions'
import { exact, type Fraction, larger, zero } from './fraction'
import { paperOf } from './paper'
import { hundred, type Rounding } from './rounding'
import { type Adjusted, adjusted } from './severity'
import { quotaOf, satisfactionOf, type Tally, tallyOf } from './survey'

type Standing = Record<'total' | 'common' | 'demonstration' | 'satisfaction' | 'deductions', Fraction> & {
  village: Village
  plain: Record<MarkedPaper, Fraction>
}

export function naiveRanking(file: RoundFile, round: Rounding) {
  const { villages } = file
  const field = villages.filter(({ id }) =>
    file.stops.some(({ villageId, state }) => villageId === id && state === 'visited'),
  )
  const tallies = new Map(field.map(({ id }) => [id, tallyOf(file, id, round)]))
  const ranked = field.filter(({ id }) => !isProvisional(file, id, tallies.get(id)!) || file.accepted.includes(id))
  const rankedIds = ranked.map(({ id }) => id)

  const plain = {
    common: cellsOf(file, 'common', rankedIds, round),
    demonstration: cellsOf(file, 'demonstration', rankedIds, round),
  }
  const fair = {
    common: adjusted(file.scheme, 'common', plain.common, rankedIds, round),
    demonstration: adjusted(file.scheme, 'demonstration', plain.demonstration, rankedIds, round),
  }
  const standings = ranked.map((village) => standingOf(file, village, plain, fair, tallies.get(village.id)!, round))
  const deferred = villages
    .filter(({ id }) => !rankedIds.includes(id))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  return {
    severity: { common: fair.common.outcome, demonstration: fair.demonstration.outcome },
    ranking: [
      ...inOrder(standings, round).map(({ standing, rank }) => rankedLine(file, standing, rank, tallies)),
      ...deferred.map((village) => deferredLine(file, village, tallies)),
    ],
    tallies,
  }
}

function isProvisional({ scheme, scorecards }: RoundFile, id: string, { valid }: Tally): boolean {
  const { common, demonstration, satisfaction } = scheme.weights
  const cards = scorecards.filter(({ villageId }) => villageId === id).length
  if ((common > 0 || demonstration > 0) && cards < scheme.minInspectors) return true
  return satisfaction > 0 && valid < scheme.survey.minResponses
}

function standingOf(
  file: RoundFile,
  village: Village,
  plain: Record<MarkedPaper, Cell[]>,
  fair: Record<MarkedPaper, Adjusted>,
  tally: Tally,
  round: Rounding,
): Standing {
  const paper = (cells: Cell[]) => {
    const scores = cells.filter(({ villageId }) => villageId === village.id).map(({ score }) => score)
    return paperOf(scores, file.scheme.trimFrom, round)
  }
  const common = paper(fair.common.cells)
  const demonstration = paper(fair.demonstration.cells)
  const satisfaction = satisfactionOf(tally, quotaOf(village, file.scheme.survey), file.scheme, round)
  const deductions = deductionsOf(file, village.id, round)
  return {
    village,
    common,
    demonstration,
    satisfaction,
    deductions,
    total: larger(zero, common.plus(demonstration).plus(satisfaction).minus(deductions)),
    plain: { common: paper(plain.common), demonstration: paper(plain.demonstration) },
  }
}

/** By what is displayed, in cents; the same in all four: the same rank, by village id. */
function inOrder(standings: readonly Standing[], round: Rounding): { standing: Standing; rank: number }[] {
  const cent = (value: Fraction) => exact(round(value.over(hundred), 'cent'))
  const shown = standings.map((standing) => ({
    standing,
    total: cent(standing.total),
    satisfaction: cent(standing.satisfaction),
    demonstration: cent(standing.demonstration),
    deductions: cent(standing.deductions),
  }))
  type Shown = (typeof shown)[number]
  const better = (one: Shown, other: Shown) =>
    other.total.compare(one.total) ||
    other.satisfaction.compare(one.satisfaction) ||
    other.demonstration.compare(one.demonstration) ||
    one.deductions.compare(other.deductions)
  return [...shown]
    .sort((one, other) => better(one, other) || (one.standing.village.id < other.standing.village.id ? -1 : 1))
    .map((one) => ({ standing: one.standing, rank: 1 + shown.filter((other) => better(other, one) < 0).length }))
}

type Tallies = ReadonlyMap<string, Tally>

function rankedLine(file: RoundFile, standing: Standing, rank: number, tallies: Tallies): RankedVillage {
  const { village, total, common, demonstration, satisfaction, deductions, plain } = standing
  return {
    rank,
    villageId: village.id,
    deferred: false,
    total: units(total),
    common: units(common),
    demonstration: units(demonstration),
    satisfaction: units(satisfaction),
    deductions: units(deductions),
    plain: { common: units(plain.common), demonstration: units(plain.demonstration) },
    ...counts(file, village, tallies),
  }
}

function deferredLine(file: RoundFile, village: Village, tallies: Tallies): RankedVillage {
  return {
    rank: null,
    villageId: village.id,
    deferred: true,
    total: null,
    common: null,
    demonstration: null,
    satisfaction: null,
    deductions: null,
    plain: null,
    ...counts(file, village, tallies),
  }
}

/** Of a skipped stop nothing counts; its quota stands all the same. */
function counts(file: RoundFile, village: Village, tallies: Tallies): Pick<RankedVillage, 'inspectors' | 'survey'> {
  const tally = tallies.get(village.id)
  const quota = quotaOf(village, file.scheme.survey)
  if (!tally) return { inspectors: 0, survey: { received: 0, excluded: 0, invalid: 0, valid: 0, quota } }
  const { received, excluded, invalid, valid } = tally
  return {
    inspectors: file.scorecards.filter(({ villageId }) => villageId === village.id).length,
    survey: { received, excluded, invalid, valid, quota },
  }
}

function units(value: Fraction): number {
  if (value.bottom !== 1n) throw new Error('not in whole units')
  return Number(value.top)
}
