/** Marks go in steps (`step`, mostly 0.5). A control counts in whole steps, so that 0.1 + 0.2 never happens. */
export function stepsOf(mark: number, step: number): number {
  return Math.round(mark / step)
}

/** The mark of so many steps, without the dust of binary fractions (marks have at most four decimals). */
export function markOf(steps: number, step: number): number {
  return Math.round(steps * step * 10_000) / 10_000
}
