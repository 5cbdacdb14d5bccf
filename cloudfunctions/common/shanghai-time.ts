/** Functions run in UTC; the day is lived in Asia/Shanghai, which has no summer time. */
import type { Moment } from '../../src/domain/current-stop'

const EIGHT_HOURS = 8 * 3_600_000

export function shanghaiMoment(at: number): Moment {
  const text = new Date(at + EIGHT_HOURS).toISOString()
  return { day: text.slice(0, 10), clock: text.slice(11, 16) }
}
