import { dayNumber } from './day-number'

/** Days (`YYYY-MM-DD`) that a deadline lies behind; the deadline's own day is still in time, and without one nothing is overdue. */
export function overdueDays(dueOn: string | null, day: string): number {
  return dueOn === null ? 0 : Math.max(0, dayNumber(day) - dayNumber(dueOn))
}
