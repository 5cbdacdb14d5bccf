/**
 * Whose whole manner of marking lies apart, before sealing: 偏严 or 偏宽, and never by how much. Taken from one fit of
 * village + inspector over all visited villages, ranked or not, so that accepting one moves nothing. Listed is whose term
 * is beyond chance (as rare as 2.5 standard deviations: Student's t for the fit's degrees of freedom) and beyond a twentieth
 * of what inspectors' papers weigh: on a real panel many differ beyond chance by less than anybody would look into.
 */
import { applicableItems } from './applicable-items'
import { graphOf } from './connected'
import { groupBy } from './group-by'
import { commonScore, demonstrationScore } from './inspector-score'
import { type Cell, leastSquares } from './least-squares'
import { byKeys } from './order'
import { own } from './own'
import type { RoundInputs } from './round-file'
import { fieldOf } from './round-ranking'
import { studentT } from './student-t'
import { toUnits, U } from './units'

export type UnusualManner = { inspectorId: string; manner: 'harsh' | 'lenient' }

type Marked = Pick<RoundInputs, 'scheme' | 'stops' | 'goals' | 'notApplicable' | 'scorecards'>

/** The normal distribution up to 2.5 standard deviations. */
const AS_RARE = 0.993_790_334_674_224
const LEAST_SHARE = 0.05

/** By inspector id. None where the panel falls into parts, or nothing is left over to tell chance from manner. */
export function harshOrLenient(round: Marked): UnusualManner[] {
  const cells = judgedCells(round)
  const inspectors = groupBy(cells, ({ inspectorId }) => inspectorId)
  const villages = new Set(cells.map(({ villageId }) => villageId)).size
  const freedom = cells.length - villages - inspectors.size + 1
  if (inspectors.size < 2 || freedom < 1 || !graphOf(cells).isConnected()) return []

  const { terms, denominator, residuals, residualDenominator } = leastSquares(cells)
  const squares = residuals.reduce((sum, e) => sum + (Number(e) / Number(residualDenominator)) ** 2, 0)
  const deviation = Math.sqrt(squares / freedom)
  const far = studentT(freedom, AS_RARE)
  const { common, demonstration } = round.scheme.weights
  return [...terms]
    .map(([inspectorId, term]) => ({ inspectorId, term: Number(term) / Number(denominator) }))
    .filter(({ inspectorId, term }) => {
      const error = deviation / Math.sqrt(inspectors.get(inspectorId)!.length)
      return Math.abs(term) > far * error && Math.abs(term) > LEAST_SHARE * (common + demonstration) * U
    })
    .map(({ inspectorId, term }) => ({ inspectorId, manner: term < 0 ? ('harsh' as const) : ('lenient' as const) }))
    .sort(byKeys(({ inspectorId }) => inspectorId))
}

/** What an inspector gave a village on both papers, in units: judged marks alone, for measured ones are nobody's manner. */
function judgedCells({ scheme, stops, goals, notApplicable, scorecards }: Marked): Cell[] {
  const { weights } = scheme
  const field = fieldOf({ stops })
  return scorecards
    .filter(({ villageId }) => field.has(villageId))
    .flatMap(({ inspectorId, villageId, marks }) => {
      const { judged, goals: its } = applicableItems(scheme, goals, notApplicable, villageId)
      // Sealing refuses such a card, and says which; a warning need not.
      if ([...judged, ...its].some(({ id }) => toUnits(own(marks, id) ?? Number.NaN) === null)) return []
      const items = { judged, measured: [], goals: its }
      const common = judged.length === 0 ? BigInt(0) : commonScore(marks, items, new Map(), weights.common)
      const demonstration = its.length === 0 ? BigInt(0) : demonstrationScore(marks, items, weights.demonstration)
      return [{ inspectorId, villageId, score: common + demonstration }]
    })
}
