/**
 * The timer's handler. The platform allows a function one trigger, so a tick every ten minutes does both what cannot wait
 * and, from three to four at night, what nobody shall be disturbed by: six ticks a night, so that what one leaves the next
 * one does. Each task stands by itself: safe to repeat, to be killed at any point, to run beside itself.
 */
import { type Answer, failure } from '../../src/contract/errors'
import { database, isFromTimer } from '../common/cloud'
import { patient } from '../common/patient'
import { type Repositories, repositories } from '../common/repositories'
import { log, refusal } from '../common/serve'
import { shanghaiMoment } from '../common/shanghai-time'
import { DEADLINE } from '../common/writes'

export interface Tick {
  /** Milliseconds: one reading a tick. */
  now: number
  /** Whether there is time for one more thing, that may take as long as any other function's call. */
  hasTime(): boolean
  /** For one such thing: what the database refuses as one request too many waits within its time, not the whole tick's. */
  repos(): Repositories
}

export type Task = (tick: Tick) => Promise<void>
type Tasks = Record<string, Task>

/** Milliseconds: what is begun before may take 20 s, as any call, and the function's time-out is 60 s. */
const BEGIN_WITHIN = 35_000
const NIGHT = '03'

/** What each task came to, by name: read in the platform's log, the trigger itself hears nothing. */
type Done = Record<string, 'done' | 'failed'>

export function ticking({ always, atNight }: { always: Tasks; atNight: Tasks }) {
  return async function main(event: unknown): Promise<Answer<Done>> {
    if (!isFromTimer(event))
      return { ok: false, error: refusal(failure('notAllowed', undefined, 'not the clock'), 'timer').refusal }
    const now = Date.now()
    const tick: Tick = {
      now,
      hasTime: () => Date.now() - now < BEGIN_WITHIN,
      repos: () => repositories(patient(database, Date.now() + DEADLINE)),
    }
    const done: Done = {}
    const isNight = shanghaiMoment(now).clock.startsWith(`${NIGHT}:`)
    for (const [name, task] of Object.entries({ ...always, ...(isNight && atNight) })) {
      if (tick.hasTime()) done[name] = await outcome(name, task, tick)
    }
    return { ok: true, data: done }
  }
}

/** One that fails keeps no other from its work; it comes again with the next tick. */
async function outcome(name: string, task: Task, tick: Tick): Promise<'done' | 'failed'> {
  try {
    await task(tick)
    return 'done'
  } catch (error) {
    log(name, 'tryAgain', error)
    return 'failed'
  }
}
