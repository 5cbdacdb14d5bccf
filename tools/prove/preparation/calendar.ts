/** A time that passes as always and is led on to the next appointment; never back. */
import { shanghaiTime } from '../../seed/shanghai-time'

export type Calendar = ReturnType<typeof calendar>

/** Begins at this hour (`HH:MM`) of this day in Asia/Shanghai. */
export function calendar(day: string, hour: string) {
  let ahead = shanghaiTime(day, hour) - Date.now()
  const now = () => Date.now() + ahead

  return {
    now,
    /** `minutes` later than that hour. */
    onTo(day: string, hour: string, minutes = 0): void {
      const at = shanghaiTime(day, hour) + minutes * 60_000
      if (at < now()) throw new Error(`it is later than ${hour} on ${day} already`)
      ahead = at - Date.now()
    },
  }
}
