/**
 * 增量 by one joint fit of two rounds, y(village, inspector, round) = village-in-round + inspector: an inspector who was
 * harsh both times is harsh once, and only what moved is left. Rule: docs/domain.md, Progress.
 */
import { graphOf } from './connected'
import { div, sum } from './exact'
import { groupBy } from './group-by'
import { type Cell, type Fit, leastSquares } from './least-squares'
import type { Units } from './units'

/** Inspectors that must have scored in both rounds. */
export const FEWEST_SHARED_INSPECTORS = 3

/**
 * By village, its term of this round less that of the one before, in units. Both lists are of the same villages. Null:
 * too few inspectors scored in both rounds, or what they scored falls apart.
 */
export function jointProgress(before: readonly Cell[], now: readonly Cell[]): Map<string, Units> | null {
  if (sharedInspectors(before, now) < FEWEST_SHARED_INSPECTORS) return null
  const cells = [...before.map((cell) => inRound('before', cell)), ...now.map((cell) => inRound('now', cell))]
  if (!graphOf(cells).isConnected()) return null
  const fit = leastSquares(cells)
  const former = leftOf(before, fit)
  const present = leftOf(now, fit)
  return new Map(
    [...present].map(([villageId, after]) => {
      const { left, cards } = former.get(villageId)!
      // (Σ after / n) − (Σ before / m) over one denominator.
      const difference = after.left * cards - left * after.cards
      return [villageId, Number(div(difference, after.cards * cards * fit.denominator))]
    }),
  )
}

function sharedInspectors(before: readonly Cell[], now: readonly Cell[]): number {
  const former = new Set(before.map(({ inspectorId }) => inspectorId))
  return new Set(now.map(({ inspectorId }) => inspectorId).filter((id) => former.has(id))).size
}

function inRound(round: 'before' | 'now', cell: Cell): Cell {
  return { ...cell, villageId: `${round} ${cell.villageId}` }
}

/** What the inspectors' terms leave of a village's scores, added up and over the fit's denominator. */
function leftOf(cells: readonly Cell[], { terms, denominator }: Fit): Map<string, { left: bigint; cards: bigint }> {
  const byVillage = groupBy(cells, (cell) => cell.villageId)
  return new Map(
    [...byVillage].map(([villageId, row]) => {
      const left = sum(row.map(({ score, inspectorId }) => score * denominator - terms.get(inspectorId)!))
      return [villageId, { left, cards: BigInt(row.length) }]
    }),
  )
}
