/** Step 5 of docs/round-file.md: a village's paper from its inspectors' scores, in units. */
import { exact, type Fraction, sum, zero } from './fraction'
import type { Rounding } from './rounding'

export function paperOf(scores: readonly Fraction[], trimFrom: number, round: Rounding): Fraction {
  const count = scores.length
  if (count === 0) return zero
  if (count < trimFrom || count < 3) return exact(round(sum(scores).over(exact(count)), 'mean'))
  const rest = [...scores].sort((one, other) => one.compare(other)).slice(1, -1)
  return exact(round(sum(rest).over(exact(count - 2)), 'trimmed mean'))
}
