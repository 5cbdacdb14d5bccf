/** Functions run in UTC; the day is lived in Asia/Shanghai, which has no summer time. */
import type { Moment } from '../../src/domain/current-stop'
import { shanghaiClock } from '../../src/domain/shanghai-clock'

const EIGHT_HOURS = 8 * 3_600_000

export function shanghaiMoment(at: number): Moment {
  return { day: new Date(at + EIGHT_HOURS).toISOString().slice(0, 10), clock: shanghaiClock(at) }
}
