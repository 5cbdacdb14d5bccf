import { phoneTime } from '../../../tools/prove/kills/phone-time'
import type { PhoneTime } from './open-app'

/**
 * A phone's clock that goes on only to what its app has planned, and only where all that was asked for is answered: nobody
 * waits for a pause, and how fast this machine is decides nothing. `phoneOn(today, person, { time: itsTime() })`
 */
export function itsTime(): ItsTime {
  const { globals, settle, goesOn, send, dies, begins } = phoneTime(Date.now(), () => true)
  const clock = globals.Date as DateConstructor
  const now = clock.now
  return {
    globals,
    settle,
    goesOn,
    carries: send,
    opens: async () => {
      dies()
      await begins()
    },
    now,
    isShownAheadBy(ms) {
      clock.now = () => now() + ms
    },
  }
}

export type ItsTime = PhoneTime & {
  now(): number
  /** The phone's clock is wrong by so much. */
  isShownAheadBy(ms: number): void
}
