import { exactUnits, exactWhole, least, sum } from './exact'
import { groupBy } from './group-by'
import type { Deduction, Scheme } from './round-file'

/**
 * What is taken off a village, in units: confirmed and not revoked; each item up to its cap, all together up to the
 * scheme's. Rule: docs/round-file.md, step 7.
 */
export function deductionMarks(
  deductions: readonly Deduction[],
  { deductionItems, deductionCap }: Pick<Scheme, 'deductionItems' | 'deductionCap'>,
): bigint {
  const byItem = groupBy(deductions.filter(stands), (deduction) => deduction.itemId)
  const marks = deductionItems.map(({ id, marks, cap }) => {
    const occurrences = sum((byItem.get(id) ?? []).map((deduction) => exactWhole(deduction.occurrences)))
    return least(exactUnits(marks) * occurrences, exactUnits(cap))
  })
  return least(sum(marks), exactUnits(deductionCap))
}

/** A confirmed deduction that was not revoked on appeal. */
export function stands({ confirmed, revoked }: Deduction): boolean {
  return confirmed && !revoked
}
