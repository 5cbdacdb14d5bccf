/**
 * Seeded days: the phones' own code, in Node, with a simulated phone under it, through the real functions on the local
 * cloud. Eight weathers to a script; the script once without any trouble, to compare with.
 */
import { inLanes } from '../../in-lanes'
import type { LocalCloud } from '../../local-cloud'
import { bundledApp, type OpenApp } from '../phone/app-on-a-phone'
import { holdsAsMeant, holdsAsWithout, holdsInHistory, holdsLate, holdsOnPhones } from '../phone/day-holds'
import { type FinalState, finalState, storedOf } from '../phone/final-state'
import { withRunningRound } from '../phone/running-round'
import { type Driven, drive } from '../phone/schedule'
import { type Script, scriptFrom } from '../phone/script'
import { seedSmallRound } from '../phone/small-round'
import type { Form, Proof, ProofOptions } from '../proof'

const SCHEDULES: Record<Form, number> = { short: 64, ci: 1_000, long: 10_000 }
const WEATHERS = 8
/** Scripts at a time, and on one local cloud. */
const LANES = 6
const SCRIPTS_A_CLOUD = 150

export const schedules: Proof = {
  name: 'schedules',
  claim:
    'whatever becomes of the signal, the answers and the app, a day on the phones ends as it would without any trouble',
  run: (options) => (options.seed === undefined ? proveAll(options) : proveOne(options.seed, options)),
}

async function proveAll({ form, say }: ProofOptions): Promise<string> {
  const openApp = await bundledApp()
  const scripts = SCHEDULES[form] / WEATHERS
  const sum = new Totals()
  const startedAt = Date.now()
  for (let from = 0; from < scripts; from += SCRIPTS_A_CLOUD) {
    const numbers = Array.from({ length: Math.min(SCRIPTS_A_CLOUD, scripts - from) }, (_, n) => from + n)
    await withRunningRound(({ cloud }) =>
      inLanes(numbers, LANES, async (script) => {
        const day = await scriptedDay({ cloud, openApp }, script)
        for (let weather = 0; weather < WEATHERS; weather++) sum.add(await day.under(script * WEATHERS + weather))
      }),
    )
    sum.throwWhereOneFailed()
  }
  for (const line of sum.lines()) say(line)
  say(`${(((Date.now() - startedAt) / 1000 / sum.schedules) * 1000).toFixed(0)} ms a schedule`)
  return `${sum.schedules} schedules of ${scripts} scripts end as without any trouble`
}

async function proveOne(seed: number, { say }: ProofOptions): Promise<string> {
  const openApp = await bundledApp()
  const sum = new Totals()
  await withRunningRound(async ({ cloud }) => {
    const day = await scriptedDay({ cloud, openApp }, Math.floor(seed / WEATHERS))
    sum.add(await day.under(seed))
  })
  sum.throwWhereOneFailed()
  for (const line of sum.lines()) say(line)
  return `1 schedule of seed ${seed} ends as without any trouble`
}

interface Outcome {
  seed: number
  day: LivedDay | null
  failure: unknown
}

/** A script, lived once without any trouble, and again under each weather. */
async function scriptedDay({ cloud, openApp }: { cloud: LocalCloud; openApp: OpenApp }, number: number) {
  const seed = number * WEATHERS
  const without = await lived(`S${six(seed)}w`, null).catch(
    (error) => new Error(`already without trouble: ${messageOf(error)}`),
  )
  return {
    async under(weather: number): Promise<Outcome> {
      const outcome: Outcome = { seed: weather, day: null, failure: null }
      try {
        if (without instanceof Error) throw without
        outcome.day = await lived(`S${six(weather)}t`, weather)
        const parts = without.script.closesAt === null ? ALL_PARTS : NEVER_LATE
        holdsAsWithout(outcome.day.state, without.state, parts)
      } catch (error) {
        outcome.failure = error
      }
      return outcome
    },
  }

  async function lived(name: string, weather: number | null): Promise<LivedDay> {
    const round = await seedSmallRound(cloud, name, number % 4 === 3 ? 2 : 1)
    const script = scriptFrom(number, round)
    const driven = await drive({ cloud, openApp, round, script, weather })
    const stored = await storedOf(cloud, round.roundId)
    holdsInHistory(driven, stored)
    if (script.closesAt === null) {
      holdsOnPhones(driven, stored, round)
      holdsAsMeant(script, stored, round)
    } else holdsLate(script, driven, stored, round)
    return { script, driven, state: finalState(stored, driven.pictureOf, round.roundId) }
  }
}

interface LivedDay {
  script: Script
  driven: Driven
  state: FinalState
}

const ALL_PARTS = ['cards', 'findings', 'highlights', 'deductions', 'arrivals', 'late', 'files'] as const
/** A closing meets other things on their way in another weather; these are taken after it too. */
const NEVER_LATE = ['findings', 'highlights'] as const

class Totals {
  schedules = 0
  private calls = 0
  private conflicts = 0
  private closed = 0
  private readonly fates: Record<string, number> = {}
  private readonly failed: Outcome[] = []

  add(outcome: Outcome): void {
    this.schedules++
    if (outcome.failure) this.failed.push(outcome)
    if (!outcome.day) return
    const { script, driven } = outcome.day
    const { deliveries, fates } = driven
    if (script.closesAt !== null) this.closed++
    this.calls += deliveries.length
    this.conflicts += deliveries.filter(isConflict).length
    for (const [fate, n] of Object.entries(fates)) this.fates[fate] = (this.fates[fate] ?? 0) + n
  }

  lines(): string[] {
    const fates = Object.entries(this.fates).sort(([, a], [, b]) => b - a)
    return [
      `${this.calls} calls reached a function, ${this.conflicts} of them met another phone’s mark; ${this.closed} rounds closed meanwhile`,
      `the wire: ${fates.map(([fate, n]) => `${n} ${fate}`).join(', ')}`,
    ]
  }

  throwWhereOneFailed(): void {
    if (this.failed.length === 0) return
    const seeds = this.failed.map(({ seed }) => seed)
    const { seed, failure } = this.failed[0]!
    const others = seeds.length > 1 ? ` (as do seeds ${seeds.slice(1, 20).join(', ')})` : ''
    throw new Error(
      `seed ${seed} fails${others}: npm run -s prove -- schedules --seed ${seed}\n  ${messageOf(failure)}`,
    )
  }
}

function isConflict({ action, answer }: Driven['deliveries'][number]): boolean {
  if (!answer.ok) return action === 'submit' && answer.error.code === 'changed'
  return action === 'saveMarks' && Object.keys((answer.data as { conflicts: object }).conflicts).length > 0
}

function six(number: number): string {
  return String(number).padStart(6, '0')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
