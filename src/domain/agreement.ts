/** Whether inspectors put the villages in one order. Rule: docs/domain.md, Is the panel sound. */
import { groupBy } from './group-by'
import { kendallTauB } from './kendall'
import type { Cell } from './least-squares'
import { share } from './rank-shares'

export type Agreement = {
  /** Mean τ-b with each colleague with whom 4 villages or more are shared, to four decimals; null: there is none. */
  agreement: number | null
  comparedWith: number
}

const FEWEST_SHARED = 4

/** By inspector. A pair of whom one scored all shared villages alike has no τ-b and is left out. */
export function agreements(cells: readonly Cell[]): Map<string, Agreement> {
  const scores = [...groupBy(cells, (cell) => cell.inspectorId)].map(([id, given]) => ({
    id,
    given: new Map(given.map((cell) => [cell.villageId, Number(cell.score)])),
  }))
  return new Map(
    scores.map(({ id, given }) => [
      id,
      meanOf(scores.filter((other) => other.id !== id).map((other) => pairTau(given, other.given))),
    ]),
  )
}

function pairTau(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | null {
  const shared = [...a.keys()].filter((id) => b.has(id))
  if (shared.length < FEWEST_SHARED) return null
  return kendallTauB(
    shared.map((id) => a.get(id)!),
    shared.map((id) => b.get(id)!),
  )
}

function meanOf(taus: ReadonlyArray<number | null>): Agreement {
  const known = taus.filter((tau) => tau !== null)
  const sum = known.reduce((total, tau) => total + tau, 0)
  return { agreement: known.length === 0 ? null : share(sum / known.length), comparedWith: known.length }
}
