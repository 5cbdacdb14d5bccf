/**
 * Is the panel sound: each inspector beside the others, and each paper by how much of it comes from the villages. Over
 * ranked villages and unadjusted scores; outside the digest. Rule: docs/domain.md, Is the panel sound.
 */
import { type Agreement, agreements } from './agreement'
import { applicableItems } from './applicable-items'
import { graphOf } from './connected'
import { groupBy } from './group-by'
import type { Cell } from './least-squares'
import { byCodeUnits, byKeys } from './order'
import { own } from './own'
import { type PanelReliability, panelReliability } from './panel-reliability'
import type { MarkedPaper, RoundFile, Scorecard } from './round-file'
import { cellsByPaper } from './round-ranking'
import type { RankedVillage } from './round-result'
import { severityFit } from './severity'
import { U, type Units } from './units'

export type PanelQuality = {
  /** Whoever scored a ranked village, by id. */
  inspectors: InspectorQuality[]
  /** Null: the paper weighs nothing, or its scores are too few or fall apart (panel-reliability.ts). */
  papers: Record<MarkedPaper, PanelReliability | null>
}

export type InspectorQuality = Agreement & {
  inspectorId: string
  /** Ranked villages scored. */
  villages: number
  /** 偏宽 above 0, 偏严 below: the inspector's term in the severity fit. Null where it cannot be estimated. */
  severity: Record<MarkedPaper, Units | null>
  /** Marks given, and how many of them were the full mark. */
  marks: number
  atFull: number
}

/** The round must have been accepted; `ranking` is its ranking. Lists in another order change nothing. */
export function panelQuality(round: RoundFile, ranking: readonly RankedVillage[]): PanelQuality {
  const rankedIds = ranking.filter(({ deferred }) => !deferred).map(({ villageId }) => villageId)
  const inOrder = [...round.scorecards].sort(byKeys((card) => card.inspectorId))
  const byVillage = groupBy(inOrder, (card) => card.villageId)
  const cards = rankedIds.flatMap((id) => byVillage.get(id) ?? [])
  const cellsOf = cellsByPaper(round)
  const cellsOn = (paper: MarkedPaper) => rankedIds.flatMap((id) => cellsOf(id, byVillage.get(id) ?? [], paper))
  const common = cellsOn('common')
  const demonstration = cellsOn('demonstration')
  const severity = { common: severityOn('common', common), demonstration: severityOn('demonstration', demonstration) }
  const agreement = agreements(common.map((cell, i) => ({ ...cell, score: cell.score + demonstration[i]!.score })))
  const inspectors = [...groupBy(cards, (card) => card.inspectorId)].sort(([a], [b]) => byCodeUnits(a, b))
  return {
    inspectors: inspectors.map(([inspectorId, own]) => ({
      inspectorId,
      villages: own.length,
      severity: {
        common: severity.common.get(inspectorId) ?? null,
        demonstration: severity.demonstration.get(inspectorId) ?? null,
      },
      ...agreement.get(inspectorId)!,
      ...marksAtFull(round, own),
    })),
    papers: { common: reliabilityOn('common', common), demonstration: reliabilityOn('demonstration', demonstration) },
  }

  function severityOn(paper: MarkedPaper, cells: readonly Cell[]): Map<string, Units> {
    const inspectors = new Set(cells.map((cell) => cell.inspectorId)).size
    if (round.scheme.weights[paper] === 0 || inspectors < 2 || !graphOf(cells).isConnected()) return new Map()
    const { terms, denominator } = severityFit(cells, round.scheme.outlierCut)
    return new Map([...terms].map(([id, term]) => [id, Math.round(Number(term) / Number(denominator))]))
  }

  function reliabilityOn(paper: MarkedPaper, cells: readonly Cell[]): PanelReliability | null {
    if (round.scheme.weights[paper] === 0) return null
    return panelReliability(cells.map((cell) => ({ ...cell, score: Number(cell.score) / U })))
  }
}

function marksAtFull(round: RoundFile, cards: readonly Scorecard[]): Pick<InspectorQuality, 'marks' | 'atFull'> {
  const given = cards.flatMap(({ villageId, marks }) => {
    const { judged, goals } = applicableItems(round.scheme, round.goals, round.notApplicable, villageId)
    return [...judged, ...goals].map(({ id, full }) => own(marks, id) === full)
  })
  return { marks: given.length, atFull: given.filter((isFull) => isFull).length }
}
