/**
 * A phone's own time, and its wire. Nothing happens by itself: what is due now is run, one call after the other reaches
 * the cloud and is answered, and only where nothing is left the clock goes on to the next timer. So a flow takes the
 * same steps every time, and nobody waits.
 */
import type { PhoneTime } from '../../../tests/weapp/engine/open-app'

export interface Sent {
  what: string
  /** To the cloud and back. */
  carry(): Promise<unknown>
}

/** `leaves`: a call is on its way to the cloud now; false: its phone is dead and hears no answer. */
export function phoneTime(startsAt: number, leaves: (sent: Sent) => boolean) {
  let now = startsAt
  let last = 0
  let isDead = false
  let settling: Promise<void> | null = null
  let timers = new Map<number, { at: number; every: number | null; run: () => void }>()
  let wire: (Sent & { resolve(answer: unknown): void; reject(cause: unknown): void })[] = []

  function plan(run: () => void, ms: number, every: number | null): number {
    const id = ++last
    // Whole milliseconds, as its clock knows no others; never sooner than planned, or who waits for a moment asks for ever.
    if (!isDead) timers.set(id, { at: now + Math.ceil(Math.max(0, ms)), every, run })
    return id
  }

  class PhoneDate extends Date {
    constructor(...from: [] | [number]) {
      super(...((from.length === 0 ? [now] : from) as [number]))
    }
    static override now = () => now
  }

  const time: PhoneTime = {
    globals: {
      Date: PhoneDate,
      // React gives way after some milliseconds: how fast this machine is must change no order.
      performance: { now: () => now - startsAt },
      setTimeout: (run: () => void, ms = 0) => plan(run, ms, null),
      setInterval: (run: () => void, ms = 0) => plan(run, ms, ms),
      clearTimeout: (id: number) => timers.delete(id),
      clearInterval: (id: number) => timers.delete(id),
    },
    settle() {
      settling ??= settled().finally(() => {
        settling = null
      })
      return settling
    },
    goesOn() {
      const next = Math.min(...[...timers.values()].map(({ at }) => at))
      if (next === Number.POSITIVE_INFINITY) return false
      now = Math.max(now, next)
      return true
    },
  }

  async function settled(): Promise<void> {
    for (;;) {
      await everythingAwaited()
      if (runOne()) continue
      const sent = wire.shift()
      if (!sent) return
      if (leaves(sent)) await sent.carry().then(sent.resolve, sent.reject)
    }
  }

  /** The first of those that are due. */
  function runOne(): boolean {
    const [id, timer] =
      [...timers].filter(([, { at }]) => at <= now).sort(([a, one], [b, other]) => one.at - other.at || a - b)[0] ?? []
    if (id === undefined || !timer) return false
    if (timer.every === null) timers.delete(id)
    else timers.set(id, { ...timer, at: now + Math.max(1, Math.ceil(timer.every)) })
    timer.run()
    return true
  }

  return {
    ...time,
    send: <T>(what: string, carry: () => Promise<T>): Promise<T> =>
      new Promise<unknown>((resolve, reject) => wire.push({ what, carry, resolve, reject })) as Promise<T>,

    /** The app is dead: its timers are gone, it makes none any more. Answers what it had still sent. */
    dies(): Sent[] {
      isDead = true
      timers = new Map()
      const left = wire
      wire = []
      return left
    },
    /** What the dead app was still in the middle of has come to nothing. */
    async begins(): Promise<void> {
      await everythingAwaited()
      isDead = false
    },
  }
}

/** Every promise that needs nothing from outside. */
function everythingAwaited(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}
