/**
 * What the draws of certainty.ts are taken from: a round's facts as flat arrays, so that a thousand draws are a thousand
 * loops over numbers. Everything in units. Villages stand in the ranking's order and inspectors in the order of what they
 * gave, so that other names draw the same.
 */
import { type Design, designOf } from './design'
import { groupBy } from './group-by'
import { byCodeUnits, byKeys } from './order'
import { quota } from './quota'
import { responseIndex } from './response-index'
import type { AuditEdition, MarkedPaper } from './round-file'
import { cellsByPaper, type RoundRanking } from './round-ranking'
import { isExcluded } from './survey-tally'
import { U } from './units'

export type BootstrapSample = {
  /** In the ranking's order, deferred ones left out. */
  villageIds: string[]
  /** Rows are villages, columns inspectors. */
  design: Design
  /** A cell's place by village id, then inspector id: the only thing that names decide, between equal outliers. */
  placesById: Uint32Array
  common: PaperSample
  demonstration: PaperSample
  survey: SurveySample
  deductions: Float64Array
  trimFrom: number
  outlierCut: number | null
}

/** `scores`: one a cell, before any adjustment; `full`: the paper's weight. */
export type PaperSample = { scores: Float64Array; full: number; isAdjusted: boolean }

/** Valid responses' indexes: village i's are those from `starts[i]` to below `starts[i + 1]`, in ascending order. */
export type SurveySample = {
  starts: Uint32Array
  indexes: Float64Array
  quotas: Float64Array
  passMark: number
  weight: number
}

export function bootstrapSample(round: AuditEdition, { ranking, severity }: RankedRound): BootstrapSample {
  const ranked = ranking.filter(({ deferred }) => !deferred)
  const villageIds = ranked.map(({ villageId }) => villageId)
  const { trimFrom, outlierCut, weights } = round.scheme
  const cards = groupBy(round.scorecards, (card) => card.villageId)
  const cellsOf = cellsByPaper(round)
  const scoresOn = (paper: MarkedPaper) =>
    villageIds.flatMap((id) => cellsOf(id, cards.get(id) ?? [], paper).map(({ score }) => Number(score)))
  const common = scoresOn('common')
  const demonstration = scoresOn('demonstration')
  const cells = villageIds.flatMap((row, i) =>
    (cards.get(row) ?? []).map(({ inspectorId }) => ({ row, place: i, column: inspectorId })),
  )
  const given = cells.map((cell, c) => ({ ...cell, what: `${cell.place}:${common[c]}:${demonstration[c]}` }))
  const { design, order } = designOf(cells, villageIds, inOrderOfScores(given))
  return {
    villageIds,
    design,
    placesById: placesById(order.map((index) => cells[index]!)),
    common: paper('common', common),
    demonstration: paper('demonstration', demonstration),
    survey: surveySample(round, villageIds),
    deductions: Float64Array.from(ranked, ({ deductions }) => deductions!),
    trimFrom,
    outlierCut,
  }

  function paper(name: MarkedPaper, scores: readonly number[]): PaperSample {
    return {
      scores: Float64Array.from(order, (index) => scores[index]!),
      full: weights[name] * U,
      isAdjusted: severity[name] === 'applied',
    }
  }
}

export type RankedRound = Pick<RoundRanking, 'ranking' | 'severity'>

function placesById(cells: ReadonlyArray<{ row: string; column: string }>): Uint32Array {
  const byId = byKeys<number>(
    (cell) => cells[cell]!.row,
    (cell) => cells[cell]!.column,
  )
  const places = new Uint32Array(cells.length)
  for (const [place, cell] of [...cells.keys()].sort(byId).entries()) places[cell] = place
  return places
}

/** Two who gave the same everywhere may stand either way. */
function inOrderOfScores(given: ReadonlyArray<{ column: string; what: string }>): string[] {
  const byInspector = [...groupBy(given, ({ column }) => column)]
  const keyed = byInspector.map(([id, scores]) => ({ id, key: scores.map(({ what }) => what).join(' ') }))
  return keyed.sort((a, b) => byCodeUnits(a.key, b.key)).map(({ id }) => id)
}

function surveySample({ scheme, villages, responses }: AuditEdition, villageIds: readonly string[]): SurveySample {
  const { survey, weights } = scheme
  const index = responseIndex(survey)
  const byVillage = new Map(villageIds.map((id): [string, number[]] => [id, []]))
  for (const response of responses) {
    const own = byVillage.get(response.villageId)
    if (!own || isExcluded(response, survey.scoredChannels)) continue
    const x = index(response.answers)
    if (x !== 'invalid') own.push(x)
  }
  const households = new Map(villages.map((village) => [village.id, village.households]))
  const starts = new Uint32Array(villageIds.length + 1)
  for (const [i, id] of villageIds.entries()) starts[i + 1] = starts[i]! + byVillage.get(id)!.length
  const indexes = new Float64Array(starts[villageIds.length]!)
  for (const [i, id] of villageIds.entries()) indexes.set(Float64Array.from(byVillage.get(id)!).sort(), starts[i]!)
  return {
    starts,
    indexes,
    quotas: Float64Array.from(villageIds, (id) => Number(quota(survey.quota, households.get(id)!))),
    passMark: survey.passMark * U,
    weight: weights.satisfaction,
  }
}
