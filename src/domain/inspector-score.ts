/**
 * One inspector's paper scores for one village, in units: Σ marks / Σ full marks × weight. A paper with weight 0 is 0.
 * Rule: docs/round-file.md, step 2.
 */
import type { ApplicableItems } from './applicable-items'
import { div, exactUnits, scaled, sum } from './exact'
import { measuredMark } from './measured-mark'
import { own } from './own'
import type { Marks } from './round-file'
import { U } from './units'

/** Judged marks come from the card; measured indicators add the same marks to every inspector's sum. */
export function commonScore(
  marks: Marks,
  { judged, measured }: ApplicableItems,
  values: ReadonlyMap<string, number>,
  weight: number,
): bigint {
  if (weight === 0) return BigInt(0)
  const given = sum([
    ...judged.map(({ id }) => exactUnits(present(own(marks, id), id))),
    ...measured.map(({ id, bands }) => exactUnits(measuredMark(bands, present(values.get(id), id)))),
  ])
  const full = sum([...judged, ...measured].map((indicator) => exactUnits(indicator.full)))
  return div(given * BigInt(weight) * BigInt(U), full)
}

/** A goal's mark counts times its difficulty; its full mark counts whole. */
export function demonstrationScore(marks: Marks, { goals }: ApplicableItems, weight: number): bigint {
  if (weight === 0) return BigInt(0)
  const hundredths = sum(
    goals.map(({ id, difficulty }) => exactUnits(present(own(marks, id), id)) * scaled(difficulty, 2)),
  )
  const full = sum(goals.map((goal) => exactUnits(goal.full)))
  return div(hundredths * BigInt(weight) * BigInt(U), full * BigInt(100))
}

function present(value: number | undefined, id: string): number {
  if (value === undefined) throw new Error(`${id} has no mark or value, though the file was accepted`)
  return value
}
