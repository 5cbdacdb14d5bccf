/**
 * A day's time that passes only from one event to the next. Between two events everything that phones have begun runs
 * to its end: they know no other clock, no other timer and no other wire than the ones of this day.
 */
export type SimulatedTime = ReturnType<typeof simulatedTime>

interface Event {
  at: number
  run(): void | Promise<void>
}

/** A day of two hundred calls has some two thousand. */
const MOST_EVENTS = 100_000

export function simulatedTime(start: number, mostEvents = MOST_EVENTS) {
  let now = start
  let passed = 0
  let events: Event[] = []

  return {
    now: () => now,

    /** `run` after so many milliseconds; answers how to call it off. */
    after(ms: number, run: Event['run']): () => void {
      // Whole milliseconds, as a clock tells them; no timer is early.
      const event = { at: now + Math.max(0, Math.ceil(ms)), run }
      // Kept in order; of the same moment, the one asked for first comes first.
      const place = events.findIndex(({ at }) => at > event.at)
      events.splice(place < 0 ? events.length : place, 0, event)
      return () => {
        events = events.filter((one) => one !== event)
      }
    },

    /** Lets time pass until `until`, or until nothing more happens. */
    async pass(until: number): Promise<void> {
      await everythingBegun()
      for (let next = events[0]; next && next.at <= until; next = events[0]) {
        events.shift()
        if (++passed > mostEvents) throw new Error('the day does not come to rest')
        now = next.at
        await next.run()
        await everythingBegun()
      }
      now = Math.max(now, until)
    },
  }
}

/** A turn of the event loop comes only when no promise is left that could go on. */
function everythingBegun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
