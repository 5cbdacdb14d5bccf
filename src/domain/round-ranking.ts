/**
 * The ranking of a round from its inputs: docs/round-file.md, steps 1 to 8, each of them in the file of its name. This file
 * only says in which order, and which villages take part.
 */
import { applicableItems } from './applicable-items'
import { deductionMarks } from './deduction-marks'
import { most } from './exact'
import { groupBy } from './group-by'
import { commonScore, demonstrationScore } from './inspector-score'
import type { Cell } from './least-squares'
import { byCodeUnits } from './order'
import { paperScore } from './paper-score'
import { isProvisional } from './provisional'
import { quota } from './quota'
import { inOrder, type Standing } from './ranking'
import type { MarkedPaper, RoundFile, Scorecard, Village } from './round-file'
import type { RankedVillage, SeverityOutcome } from './round-result'
import { adjustSeverity } from './severity'
import { satisfactionScore, surveyScore } from './survey-score'
import { type SurveyTally, surveyTallies } from './survey-tally'

export type RoundRanking = {
  severity: Record<MarkedPaper, SeverityOutcome>
  ranking: RankedVillage[]
  /** By village id. */
  tallies: Map<string, SurveyTally>
}

/** The round must have been accepted (read-round-file.ts). */
export function roundRanking(round: RoundFile): RoundRanking {
  const villages = new Map(round.villages.map((village) => [village.id, village]))
  const tallies = surveyTallies(round)
  const cards = groupBy(round.scorecards, (card) => card.villageId)
  const field = fieldOf(round)
  const accepted = new Set(round.accepted)
  const ranked = round.villages.filter(isRanked)
  const rankedIds = ranked.map(({ id }) => id)

  const cellsOf = cellsByPaper(round)
  const common = markedPaper('common')
  const demonstration = markedPaper('demonstration')
  const deductions = groupBy(round.deductions, (deduction) => deduction.villageId)
  const standings = inOrder(ranked.map(standing))
  return {
    severity: { common: common.outcome, demonstration: demonstration.outcome },
    ranking: [...standings.map(rankedRow), ...deferredOnes().map(deferredRow)],
    tallies,
  }

  function isRanked({ id }: Village): boolean {
    const facts = { scorecards: cards.get(id)?.length ?? 0, valid: tallies.get(id)!.valid }
    return field.has(id) && (accepted.has(id) || !isProvisional(round.scheme, facts))
  }

  function markedPaper(paper: MarkedPaper): PaperOfVillages {
    const { severityAdjustment, outlierCut, weights, trimFrom } = round.scheme
    const cells = ranked.flatMap(({ id }) => cellsOf(id, cards.get(id) ?? [], paper))
    const rule = { severityAdjustment, outlierCut, weight: weights[paper] }
    const { outcome, scores } = adjustSeverity(cells, rankedIds, rule)
    return {
      outcome,
      plain: byVillage(cells),
      adjusted: byVillage(cells.map((cell, i) => ({ ...cell, score: scores[i]! }))),
    }

    function byVillage(given: readonly Cell[]): Map<string, bigint> {
      const groups = groupBy(given, (cell) => cell.villageId)
      const scoresOf = (id: string) => (groups.get(id) ?? []).map((cell) => cell.score)
      return new Map(rankedIds.map((id) => [id, paperScore(scoresOf(id), trimFrom)]))
    }
  }

  function standing(village: Village): Standing {
    const { weights, survey } = round.scheme
    const { id } = village
    const owed = quota(survey.quota, village.households)
    const papers = {
      common: common.adjusted.get(id)!,
      demonstration: demonstration.adjusted.get(id)!,
      satisfaction: satisfactionScore(surveyScore(tallies.get(id)!, owed, survey.passMark), weights.satisfaction),
    }
    const off = deductionMarks(deductions.get(id) ?? [], round.scheme)
    const sum = papers.common + papers.demonstration + papers.satisfaction
    return { villageId: id, ...papers, deductions: off, total: most(BigInt(0), sum - off) }
  }

  function deferredOnes(): Village[] {
    const ids = new Set(rankedIds)
    return round.villages.filter(({ id }) => !ids.has(id)).sort((a, b) => byCodeUnits(a.id, b.id))
  }

  function rankedRow(row: Standing & { rank: number }): RankedVillage {
    const { villageId } = row
    return {
      rank: row.rank,
      villageId,
      deferred: false,
      total: Number(row.total),
      common: Number(row.common),
      demonstration: Number(row.demonstration),
      satisfaction: Number(row.satisfaction),
      deductions: Number(row.deductions),
      plain: { common: Number(common.plain.get(villageId)), demonstration: Number(demonstration.plain.get(villageId)) },
      ...turnout(villages.get(villageId)!),
    }
  }

  function deferredRow(village: Village): RankedVillage {
    const nothing = {
      total: null,
      common: null,
      demonstration: null,
      satisfaction: null,
      deductions: null,
      plain: null,
    }
    return { rank: null, villageId: village.id, deferred: true, ...nothing, ...turnout(village) }
  }

  /** Who judged and who answered; a skipped village's are left out, like all its inputs. */
  function turnout({ id, households }: Village): Pick<RankedVillage, 'inspectors' | 'survey'> {
    const owed = Number(quota(round.scheme.survey.quota, households))
    if (!field.has(id))
      return { inspectors: 0, survey: { received: 0, excluded: 0, invalid: 0, valid: 0, quota: owed } }
    const { received, excluded, invalid, valid } = tallies.get(id)!
    return { inspectors: cards.get(id)?.length ?? 0, survey: { received, excluded, invalid, valid, quota: owed } }
  }
}

/** The villages with a visited stop. */
export function fieldOf({ stops }: Pick<RoundFile, 'stops'>): Set<string> {
  return new Set(stops.filter((stop) => stop.state === 'visited').map((stop) => stop.villageId))
}

type PaperOfVillages = { outcome: SeverityOutcome; plain: Map<string, bigint>; adjusted: Map<string, bigint> }

/** One village's scores on one paper, one a card. */
export function cellsByPaper(round: RoundFile) {
  const goals = groupBy(round.goals, (goal) => goal.villageId)
  const notApplicable = groupBy(round.notApplicable, (pair) => pair.villageId)
  const measurements = groupBy(round.measurements, (measurement) => measurement.villageId)

  return (villageId: string, cards: readonly Scorecard[], paper: MarkedPaper): Cell[] => {
    const weight = round.scheme.weights[paper]
    const left = notApplicable.get(villageId) ?? []
    const items = applicableItems(round.scheme, goals.get(villageId) ?? [], left, villageId)
    const measured = measurements.get(villageId) ?? []
    const values = new Map(measured.map(({ indicatorId, value }) => [indicatorId, value]))
    return cards.map(({ inspectorId, marks }) => ({
      villageId,
      inspectorId,
      score: paper === 'common' ? commonScore(marks, items, values, weight) : demonstrationScore(marks, items, weight),
    }))
  }
}
