/**
 * How far one paper's scores come from the villages, from the inspectors' being harsh or lenient, and from neither:
 * variance components of the random model score = μ + village + inspector + rest by Henderson's method 3 (Henderson 1953,
 * Biometrics 9; Searle, Casella & McCulloch 1992, Variance Components, ch. 5), each of the first two fitted last:
 *
 *   E[SS(village | inspector)] = (N − J)·σ²v + (V − 1)·σ²e      E[SS(inspector | village)] = (N − V)·σ²i + (J − 1)·σ²e
 *
 * for V villages, J inspectors, N scores. From them the intraclass correlations for absolute agreement. Where everybody
 * scored every village, these are the mean squares' of Shrout & Fleiss 1979.
 */
import { additiveFit, residuals } from './additive-fit'
import { type Design, designOf } from './design'

export type ScoredCell = { villageId: string; inspectorId: string /** In marks. */; score: number }

export type PanelReliability = {
  villages: number
  inspectors: number
  scores: number
  /** k̄: the harmonic mean of the numbers of inspectors that villages had; a mean's error goes with 1/k. */
  panelSize: number
  /** In marks². An estimate may come out below 0, where there is little or none of it. */
  variance: { village: number; inspector: number; rest: number }
  /** ICC(2,1), how well one inspector's score tells villages apart, and ICC(2,k̄), how well the mean of k̄ does; null: undefined. */
  single: number | null
  mean: number | null
}

/** Null: fewer than two villages or inspectors, a graph that falls apart, or no score more than the fit has terms. */
export function panelReliability(cells: readonly ScoredCell[]): PanelReliability | null {
  const villageIds = [...new Set(cells.map(({ villageId }) => villageId))]
  const inspectorIds = [...new Set(cells.map(({ inspectorId }) => inspectorId))]
  const V = villageIds.length
  const J = inspectorIds.length
  const N = cells.length
  const freedom = N - V - J + 1
  if (V < 2 || J < 2 || freedom < 1) return null
  const edges = cells.map(({ villageId, inspectorId }) => ({ row: villageId, column: inspectorId }))
  const { design, order } = designOf(edges, villageIds, inspectorIds)
  const scores = Float64Array.from(order, (index) => cells[index]!.score)
  const left = squaresLeft(design, scores)
  if (!left) return null

  const rest = left.byBoth / freedom
  const village = (left.byInspector - left.byBoth - (V - 1) * rest) / (N - J)
  const inspector = (left.byVillage - left.byBoth - (J - 1) * rest) / (N - V)
  const panelSize = V / villageSizes(design).reduce((sum, n) => sum + 1 / n, 0)
  return {
    villages: V,
    inspectors: J,
    scores: N,
    panelSize,
    variance: { village, inspector, rest },
    single: shareOf(village, village + inspector + rest),
    mean: shareOf(village, village + (inspector + rest) / panelSize),
  }
}

/** Sums of squares that are left when both, only the villages, or only the inspectors are fitted. */
function squaresLeft(design: Design, scores: Float64Array) {
  const weights = new Float64Array(design.columnCount).fill(1)
  const fit = additiveFit(design)
  if (fit.prepare(weights) !== 1) return null
  const terms = new Float64Array(design.columnCount)
  const rest = new Float64Array(scores.length)
  const squares = () => {
    residuals(design, scores, { terms, weights }, rest)
    return rest.reduce((sum, e) => sum + e * e, 0)
  }
  const byVillage = squares()
  fit.terms(scores, terms)
  return { byVillage, byBoth: squares(), byInspector: squaresWithin(design, scores) }
}

function squaresWithin({ columns, columnCount }: Design, scores: Float64Array): number {
  const sums = new Float64Array(columnCount)
  const counts = new Float64Array(columnCount)
  for (const [c, column] of columns.entries()) {
    sums[column]! += scores[c]!
    counts[column]! += 1
  }
  return scores.reduce((sum, score, c) => sum + (score - sums[columns[c]!]! / counts[columns[c]!]!) ** 2, 0)
}

function villageSizes({ starts }: Design): number[] {
  return Array.from(starts.subarray(1), (end, i) => end - starts[i]!)
}

/** Marks² this small are none. */
const ROUNDING = 1e-12

function shareOf(part: number, whole: number): number | null {
  return whole > ROUNDING ? part / whole : null
}
