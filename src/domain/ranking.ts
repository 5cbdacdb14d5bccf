import { cent } from './exact'
import { byCodeUnits } from './order'

/** A ranked village's figures in units. */
export type Standing = {
  villageId: string
  total: bigint
  common: bigint
  demonstration: bigint
  satisfaction: bigint
  deductions: bigint
}

/**
 * Standings in order, with their ranks: total, satisfaction, demonstration (the higher first), then deductions (the
 * lower first), each as displayed, to the hundredth of a mark. Equal in all four: one rank, shown by village id, and
 * the next rank skips (1, 2, 2, 4). Rule: docs/round-file.md, step 8.
 */
export function inOrder<T extends Standing>(standings: readonly T[]): Array<T & { rank: number }> {
  const sorted = [...standings].sort((a, b) => compare(a, b) || byCodeUnits(a.villageId, b.villageId))
  let rank = 0
  return sorted.map((standing, index) => {
    const above = sorted[index - 1]
    if (!above || compare(above, standing) !== 0) rank = index + 1
    return { ...standing, rank }
  })
}

function compare(a: Standing, b: Standing): number {
  return (
    descending(a.total, b.total) ||
    descending(a.satisfaction, b.satisfaction) ||
    descending(a.demonstration, b.demonstration) ||
    descending(b.deductions, a.deductions)
  )
}

function descending(a: bigint, b: bigint): number {
  return Number(cent(b) - cent(a))
}
