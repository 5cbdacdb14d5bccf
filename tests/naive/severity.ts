/** Step 4 of docs/round-file.md: how severe each inspector is, and the scores without that. */
import type { MarkedPaper, Scheme } from '../../src/domain/round-file'
import type { Cell } from './card-scores'
import { fitted } from './fit'
import { exact, type Fraction, larger, smaller, zero } from './fraction'
import { type Rounding, U } from './rounding'

export type Adjusted = { outcome: 'applied' | 'not needed' | 'not estimable' | 'off'; cells: Cell[] }

/** `cells`: the ranked villages'. */
export function adjusted(
  scheme: Scheme,
  paper: MarkedPaper,
  cells: Cell[],
  rankedIds: readonly string[],
  round: Rounding,
): Adjusted {
  const weight = exact(scheme.weights[paper])
  if (weight.top === 0n) return { outcome: 'not needed', cells }
  if (scheme.severityAdjustment === 'never') return { outcome: 'off', cells }
  if (scheme.severityAdjustment === 'auto' && everyoneScoredAll(cells, rankedIds)) {
    return { outcome: 'not needed', cells }
  }
  if (inspectorsOf(cells).size < 2 || !hangsTogether(cells)) return { outcome: 'not estimable', cells }

  const kept = scheme.outlierCut === null ? cells : withoutOutliers(cells, exact(scheme.outlierCut))
  const { leanings } = fitted(kept)
  const corrected = cells.map((cell) => {
    const leaning = exact(round(leanings.get(cell.inspectorId)!, 'severity'))
    return { ...cell, score: smaller(larger(cell.score.minus(leaning), zero), weight.times(U)) }
  })
  return { outcome: 'applied', cells: corrected }
}

function everyoneScoredAll(cells: readonly Cell[], rankedIds: readonly string[]): boolean {
  return [...inspectorsOf(cells)].every((id) =>
    rankedIds.every((village) =>
      cells.some(({ villageId, inspectorId }) => villageId === village && inspectorId === id),
    ),
  )
}

function withoutOutliers(cells: Cell[], cut: Fraction): Cell[] {
  const { levels, leanings } = fitted(cells)
  const residuals = cells.map((cell) => ({
    cell,
    size: cell.score.minus(levels.get(cell.villageId)!).minus(leanings.get(cell.inspectorId)!).abs(),
  }))
  const median = medianOf(residuals.map(({ size }) => size))
  if (median.top === 0n) return cells
  const bound = cut.times(exact(1.4826)).times(median)
  const outliers = residuals
    .filter(({ size }) => size.compare(bound) > 0)
    .sort(
      (one, other) =>
        other.size.compare(one.size) ||
        byId(one.cell.villageId, other.cell.villageId) ||
        byId(one.cell.inspectorId, other.cell.inspectorId),
    )
  let kept = cells
  for (const { cell } of outliers) {
    const rest = kept.filter((other) => other !== cell)
    const isWhole =
      villagesOf(rest).size === villagesOf(cells).size && inspectorsOf(rest).size === inspectorsOf(cells).size
    if (isWhole && hangsTogether(rest)) kept = rest
  }
  return kept
}

function medianOf(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort((one, other) => one.compare(other))
  const half = sorted.length / 2
  if (Number.isInteger(half)) return sorted[half - 1]!.plus(sorted[half]!).over(exact(2))
  return sorted[half - 0.5]!
}

/** From the first cell every other is reached by way of a village or an inspector that two share. */
function hangsTogether(cells: readonly Cell[]): boolean {
  const reached = new Set(cells.slice(0, 1))
  for (const from of reached)
    for (const cell of cells)
      if (cell.villageId === from.villageId || cell.inspectorId === from.inspectorId) reached.add(cell)
  return reached.size === cells.length
}

function villagesOf(cells: readonly Cell[]): Set<string> {
  return new Set(cells.map(({ villageId }) => villageId))
}

function inspectorsOf(cells: readonly Cell[]): Set<string> {
  return new Set(cells.map(({ inspectorId }) => inspectorId))
}

function byId(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
