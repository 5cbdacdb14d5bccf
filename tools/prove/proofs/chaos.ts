/**
 * A whole day on simulated phones with the real app, through the real functions, on a server in a process of its own:
 * once without faults, and again under each seed's. What is sealed must be the same bytes.
 */
import { join } from 'node:path'
import { buildFunctions } from '../../build-functions'
import { progressBar } from '../../progress'
import { type Day, type DayPart, harms, type Size } from '../chaos/days'
import { holdsAsWithout, resultIn } from '../chaos/holds'
import { inItsOwnProcess } from '../in-its-own-process'
import { type Form, holds, type Proof, type ProofOptions } from '../proof'

const SEEDS: Record<Form, number> = { short: 1, ci: 3, long: 20 }
/** At length a function also runs beside itself. */
const INSTANCES: Record<Form, number> = { short: 1, ci: 1, long: 2 }
/** Two cores. */
const PROCESSES = 2
const WORKER = join(__dirname, '../chaos/days-worker.ts')
/** Of a hundred calls so many must fail at least, whatever chance draws. */
const LEAST_FAILING = 28

export const chaos: Proof = {
  name: 'chaos',
  claim:
    '30 % of calls failing, 50 app kills and 20 server kills change no byte of what a day seals, nor of its ranking',
  async run({ form, seed, say }) {
    await buildFunctions()
    const seeds = seed === undefined ? Array.from({ length: SEEDS[form] }, (_, n) => n + 1) : [seed]
    // A test waits for a small day; a seed is said of the whole one.
    const size: Size = form === 'short' && seed === undefined ? 'small' : 'whole'
    const parts = [null, ...seeds].map((one): DayPart => ({ size, seed: one, instances: INSTANCES[form] }))
    const [without, ...days] = await lived(parts, say)
    const { ranking, digest } = resultIn(without!.audit)
    say(
      `without faults: ${without!.calls} calls, ${without!.cards} scorecards, ${without!.received} answers, ${digest}`,
    )
    for (const [n, day] of days.entries()) {
      sayHow(seeds[n]!, day!, say)
      holdsHarmed(seeds[n]!, day!, size)
      named(seeds[n]!, () => holdsAsWithout(day!, without!))
    }
    return `${days.length} of ${seeds.length} days of ${ranking.length} villages sealed as without faults, byte for byte in both editions`
  },
}

/** All of them, two at a time, in their order. */
async function lived(parts: readonly DayPart[], say: ProofOptions['say']): Promise<Day[]> {
  const bar = progressBar('chaos', parts.length * 100)
  const done: Day[] = []
  let next = 0
  try {
    await Promise.all(
      Array.from({ length: PROCESSES }, async () => {
        for (let n = next++; n < parts.length; n = next++) done[n] = await livedOne(parts[n]!)
      }),
    )
  } finally {
    bar.done()
  }
  return done

  async function livedOne(part: DayPart): Promise<Day> {
    const name = part.seed === null ? 'without faults' : `seed ${part.seed}`
    const startedAt = Date.now()
    let shown = 0
    bar.at(name)
    const said = await inItsOwnProcess<Day | { failure: string }>(WORKER, part, (share) => {
      const now = Math.floor(100 * share)
      bar.advance(now - shown)
      shown = now
    })
    if ('failure' in said) throw new Error(failureOf(part.seed, said.failure))
    say(`${name}: lived in ${Math.round((Date.now() - startedAt) / 1000)} s`)
    return said
  }
}

function sayHow(seed: number, { calls, fates, appKills, serverKills, received }: Day, say: ProofOptions['say']): void {
  const { answered, down, lostThere, lostBack, cut, unreadable, unsaid } = fates
  const failed = calls - answered
  const how = [
    `${lostThere} lost on the way`,
    `${lostBack} unanswered`,
    `${cut} cut off`,
    `${unreadable} told to ask again`,
    `${unsaid} met by a silent database`,
    `${down} while the server was down`,
  ]
  say(`seed ${seed}: ${calls} calls, ${failed} failed (${Math.round((100 * failed) / calls)} %): ${how.join(', ')}`)
  say(`seed ${seed}: ${appKills} app kills, ${serverKills} server kills and restarts; ${received} answers received`)
}

/** What is claimed to have been done to the day was done to it. */
function holdsHarmed(seed: number, { calls, fates, appKills, serverKills }: Day, size: Size): void {
  const should = harms[size]
  named(seed, () => {
    holds(appKills === should.appKills, `${appKills} apps were killed, not ${should.appKills}`)
    holds(serverKills === should.serverKills, `the server was killed ${serverKills} times, not ${should.serverKills}`)
    const failed = calls - fates.answered
    holds(100 * failed >= LEAST_FAILING * calls, `${failed} of ${calls} calls failed`)
  })
}

function named(seed: number, claim: () => void): void {
  try {
    claim()
  } catch (error) {
    throw new Error(failureOf(seed, error instanceof Error ? error.message : String(error)))
  }
}

function failureOf(seed: number | null, what: string): string {
  if (seed === null) return `already without faults: ${what}`
  return `seed ${seed} fails: npm run -s prove -- chaos --seed ${seed}\n  ${what}`
}
