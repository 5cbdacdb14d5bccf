import { shanghaiMoment } from '../../cloudfunctions/common/shanghai-time'

const HOUR = 3_600_000

/** Milliseconds of a time of day in Asia/Shanghai, which has no summer time. */
export function shanghaiTime(day: string, clock: string): number {
  return Date.parse(`${day}T${clock}:00Z`) - 8 * HOUR
}

/** The day it is in Asia/Shanghai, `YYYY-MM-DD`. */
export function shanghaiDay(at: number): string {
  return shanghaiMoment(at).day
}
