/** A clock that a test sets, for the functions to go by. */
import { shanghaiDay } from '../../tools/seed/shanghai-time'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

export function testClock() {
  let ahead = 0
  let standsAt: number | null = null
  const now = () => (standsAt ?? Date.now()) + ahead
  return {
    now,
    /** From now on only `later` and `until` move it, however long this machine takes. */
    stands(): void {
      standsAt = Date.now()
    },
    /** What it is. */
    reset(): void {
      ahead = 0
      standsAt = null
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
