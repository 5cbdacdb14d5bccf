/** A clock that a test sets, for the functions to go by. */
import { shanghaiDay } from '../../tools/seed/shanghai-time'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

export function testClock() {
  let ahead = 0
  const now = () => Date.now() + ahead
  return {
    now,
    /** What it is. */
    reset(): void {
      ahead = 0
    },
    /** So much later, all at once. */
    later(ms: number): void {
      ahead += ms
    },
    /** The next time it is this late in Asia/Shanghai, `HH:MM`. */
    until(time: string): void {
      const today = Date.parse(`${shanghaiDay(now())}T${time}:00+08:00`)
      ahead += (today > now() ? today : today + DAY) - now()
    },
  }
}

export type TestClock = ReturnType<typeof testClock>
