/**
 * 宽严校正. Recusal gives villages different panels, so a harsh inspector would hurt only those they may score: every
 * score is freed of its inspector's term in the fit score = μ + village + inspector. Rule: docs/round-file.md, step 4.
 */
import { graphOf } from './connected'
import { div, exactUnits, least, most } from './exact'
import { type Cell, type Fit, leastSquares } from './least-squares'
import { byCodeUnits } from './order'
import type { Scheme } from './round-file'
import type { SeverityOutcome } from './round-result'
import { U } from './units'

export type SeverityRule = Pick<Scheme, 'severityAdjustment' | 'outlierCut'> & {
  /** The paper's weight: no adjusted score is above it, none below 0. */
  weight: number
}

export type Adjustment = {
  outcome: SeverityOutcome
  /** By inspector, in whole units, above 0 is lenient; empty unless applied. */
  terms: Map<string, bigint>
  /** In the order of the cells, in units. */
  scores: bigint[]
}

/** One paper's scores of the ranked villages, freed of severity where the rule asks for it and the cells allow it. */
export function adjustSeverity(
  cells: readonly Cell[],
  rankedVillageIds: readonly string[],
  rule: SeverityRule,
): Adjustment {
  const outcome = severityOutcome(cells, rankedVillageIds, rule)
  const plain = cells.map((cell) => cell.score)
  if (outcome !== 'applied') return { outcome, terms: new Map(), scores: plain }
  const fit = severityFit(cells, rule.outlierCut)
  const terms = new Map([...fit.terms].map(([id, term]) => [id, div(term, fit.denominator)]))
  const full = BigInt(rule.weight) * BigInt(U)
  const scores = cells.map((cell) => clamp(cell.score - terms.get(cell.inspectorId)!, full))
  return { outcome, terms, scores }
}

/** The fit, once more without its outliers. */
export function severityFit(cells: readonly Cell[], outlierCut: number | null): Fit {
  const fit = leastSquares(cells)
  if (outlierCut === null) return fit
  const rest = withoutOutliers(cells, fit, outlierCut)
  return rest.length === cells.length ? fit : leastSquares(rest)
}

function severityOutcome(
  cells: readonly Cell[],
  rankedVillageIds: readonly string[],
  rule: SeverityRule,
): SeverityOutcome {
  if (rule.weight === 0) return 'not needed'
  if (rule.severityAdjustment === 'never') return 'off'
  const inspectors = new Set(cells.map((cell) => cell.inspectorId)).size
  // One cell at most for each village and inspector: the design is full when all of them are there.
  const full = cells.length === inspectors * rankedVillageIds.length
  if (rule.severityAdjustment === 'auto' && full) return 'not needed'
  return inspectors >= 2 && graphOf(cells).isConnected() ? 'applied' : 'not estimable'
}

function clamp(score: bigint, full: bigint): bigint {
  return most(BigInt(0), least(score, full))
}

/**
 * The cells less those whose residual lies beyond `outlierCut` robust standard deviations (1.4826 · the median of |e|),
 * the farthest first, each only if the rest still holds together: one spiteful zero must not move others.
 */
function withoutOutliers(cells: readonly Cell[], fit: Fit, outlierCut: number): readonly Cell[] {
  const distances = cells.map((cell, i) => ({ cell, distance: size(fit.residuals[i]!) }))
  const twiceMedian = doubleMedian(distances.map(({ distance }) => distance))
  if (twiceMedian === BigInt(0)) return cells
  // distance > cut · 1.4826 · median, all in whole numbers: both factors have four decimals, the median is doubled.
  const limit = exactUnits(outlierCut) * BigInt(14_826) * twiceMedian
  const scale = BigInt(U) * BigInt(U) * BigInt(2)
  const outliers = distances
    .filter(({ distance }) => distance * scale > limit)
    .sort(
      (a, b) =>
        compare(b.distance, a.distance) ||
        byCodeUnits(a.cell.villageId, b.cell.villageId) ||
        byCodeUnits(a.cell.inspectorId, b.cell.inspectorId),
    )
  const graph = graphOf(cells)
  const left = new Set(outliers.map(({ cell }) => cell).filter((cell) => graph.spares(cell)))
  return cells.filter((cell) => !left.has(cell))
}

/** Twice the median, whole also for an even count. */
function doubleMedian(values: readonly bigint[]): bigint {
  const sorted = [...values].sort(compare)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! * BigInt(2) : sorted[middle - 1]! + sorted[middle]!
}

function size(value: bigint): bigint {
  return value < BigInt(0) ? -value : value
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
