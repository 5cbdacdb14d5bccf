/** Step 7 of docs/round-file.md: what is taken off a village's total, in units. */
import type { RoundFile } from '../../src/domain/round-file'
import { exact, type Fraction, smaller, sum } from './fraction'
import { type Rounding, U } from './rounding'

export function deductionsOf(file: RoundFile, villageId: string, round: Rounding): Fraction {
  const counted = file.deductions.filter((one) => one.villageId === villageId && one.confirmed && !one.revoked)
  const items = file.scheme.deductionItems.map(({ id, marks, cap }) => {
    const occurrences = counted.filter(({ itemId }) => itemId === id).map((one) => exact(one.occurrences))
    return smaller(exact(marks).times(sum(occurrences)), exact(cap))
  })
  const all = smaller(sum(items), exact(file.scheme.deductionCap))
  return exact(round(all.times(U), 'deductions'))
}
