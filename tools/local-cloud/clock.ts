/** The platform's clock: sets functions going by the triggers in their config.json, each in the second it is due. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { schedule } from './schedule'

export interface Trigger {
  fn: string
  name: string
  goesOff(at: number): boolean
}

/** Of every function in the folder. */
export function triggersIn(functionsDir: string): Trigger[] {
  const names = existsSync(functionsDir) ? readdirSync(functionsDir).sort() : []
  return names.flatMap((fn) => {
    const file = join(functionsDir, fn, 'config.json')
    const { triggers = [] } = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Config
    // Documented: a function has one, or none.
    if (triggers.length > 1) throw new Error(`${fn} has ${triggers.length} triggers, and the platform takes one`)
    return triggers.map(({ name, type, config }) => {
      if (type !== 'timer')
        throw new Error(`${fn}: the trigger ${name} is of a kind the platform does not know: ${type}`)
      return { fn, name, goesOff: schedule(config) }
    })
  })
}

interface Config {
  triggers?: { name: string; type: string; config: string }[]
}

export interface ClockOptions {
  triggers: readonly Trigger[]
  goOff(trigger: Trigger, at: Date): void
  /** Milliseconds. */
  now(): number
}

const SECOND = 1000

/** Until it is stopped. A machine that slept has missed what was due meanwhile, as one that is switched off has. */
export function startClock({ triggers, goOff, now }: ClockOptions): { stop(): void } {
  let last = Math.floor(now() / SECOND)
  const look = () => {
    const current = Math.floor(now() / SECOND)
    // A busy machine may look late: no second is left out for that.
    for (let second = Math.max(last + 1, current - 5); second <= current; second++)
      for (const trigger of triggers) if (trigger.goesOff(second * SECOND)) goOff(trigger, new Date(second * SECOND))
    last = Math.max(last, current)
  }
  const looking = setInterval(look, SECOND / 4)
  looking.unref?.()
  return { stop: () => clearInterval(looking) }
}
