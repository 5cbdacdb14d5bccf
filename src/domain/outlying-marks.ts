/**
 * Marks to look at again before sealing: those far from what the village's other marks on the same item and the
 * inspector's own manner would make one expect. Rule: docs/domain.md, Is the panel sound.
 *
 * A mark, as a share of its full mark, is taken for (village, item) + inspector: one fit a paper, so that a goal, which is
 * one village's alone, is judged by what its inspectors gave elsewhere too, and one standard deviation a paper,
 * √(Σ e² / degrees of freedom). Where the panel falls into parts, each part is fitted by itself.
 *
 * One nought among nines makes all the nines look high. So of each (village, item) only the farthest mark is taken at a
 * time (equally far ones together), and the others are looked at again in a fit without it, by the same deviation.
 */
import { additiveFit, residuals } from './additive-fit'
import { designOf } from './design'
import { byKeys } from './order'
import { own } from './own'
import type { MarkedPaper, RoundInputs } from './round-file'
import { fieldOf } from './round-ranking'

/** Where to look, and nothing of what was given: neither the mark, nor how far or which way it lies. */
export type OutlyingMark = { inspectorId: string; villageId: string; itemId: string }

const FAR = 2.5
/** A share this small is rounding. */
const ROUNDING = 1e-9

/**
 * Of all visited villages, ranked or not: accepting one before sealing moves nothing here. By village, item and inspector,
 * by code units. The cards must be complete and of this scheme.
 */
export function outlyingMarks(round: Pick<RoundInputs, 'scheme' | 'stops' | 'goals' | 'scorecards'>): OutlyingMark[] {
  const marks = [...outlying(marksOn(round, 'common')), ...outlying(marksOn(round, 'demonstration'))]
  return marks.sort(
    byKeys(
      ({ villageId }) => villageId,
      ({ itemId }) => itemId,
      ({ inspectorId }) => inspectorId,
    ),
  )
}

type GivenMark = OutlyingMark & { share: number }

function marksOn(
  { scheme, stops, goals, scorecards }: Parameters<typeof outlyingMarks>[0],
  paper: MarkedPaper,
): GivenMark[] {
  if (scheme.weights[paper] === 0) return []
  const field = fieldOf({ stops })
  const items = paper === 'common' ? scheme.indicators : goals
  const fulls = new Map(items.map(({ id, full }) => [id, full]))
  return scorecards
    .filter(({ villageId }) => field.has(villageId))
    .flatMap(({ inspectorId, villageId, marks }) =>
      Object.keys(marks)
        .filter((itemId) => fulls.has(itemId))
        .map((itemId) => ({ inspectorId, villageId, itemId, share: own(marks, itemId)! / fulls.get(itemId)! })),
    )
}

function outlying(marks: readonly GivenMark[]): OutlyingMark[] {
  const cells = marks.map((mark) => ({ row: JSON.stringify([mark.villageId, mark.itemId]), column: mark.inspectorId }))
  const rows = [...new Set(cells.map(({ row }) => row))]
  const inspectors = [...new Set(cells.map(({ column }) => column))]
  const { design, order } = designOf(cells, rows, inspectors)
  const shares = Float64Array.from(order, (index) => marks[index]!.share)
  const weights = new Float64Array(inspectors.length).fill(1)
  const left = new Uint8Array(shares.length)
  const fit = additiveFit(design)

  const parts = fit.prepare(weights)
  const freedom = shares.length - rows.length - inspectors.length + parts
  if (freedom < 1) return []
  const sum = rest().reduce((total, e) => total + e * e, 0)
  const limit = FAR * Math.sqrt(sum / freedom) + ROUNDING
  for (let found = farthest(rest()); found.length > 0; found = farthest(rest())) {
    for (const c of found) left[c] = 1
    fit.prepare(weights, left)
  }
  return order
    .map((index) => marks[index]!)
    .filter((_, c) => left[c] === 1)
    .map(({ inspectorId, villageId, itemId }) => ({ inspectorId, villageId, itemId }))

  function rest(): Float64Array {
    const terms = new Float64Array(inspectors.length)
    const residual = new Float64Array(shares.length)
    fit.terms(shares, terms)
    residuals(design, shares, { terms, weights, left }, residual)
    return residual
  }

  /** Beyond the limit, the farthest of each row. */
  function farthest(residual: Float64Array): number[] {
    const found: number[] = []
    for (let row = 0; row < rows.length; row++) {
      let most = limit
      for (let c = design.starts[row]!; c < design.starts[row + 1]!; c++)
        if (left[c] === 0) most = Math.max(most, Math.abs(residual[c]!) - ROUNDING)
      for (let c = design.starts[row]!; c < design.starts[row + 1]!; c++)
        if (left[c] === 0 && Math.abs(residual[c]!) > most) found.push(c)
    }
    return found
  }
}
