/**
 * The production build in the component engine, on the local cloud: killed at every point at which something is stored,
 * asked, sent or answered, opened anew on the same storage and files, and gone on with as a person would.
 */
import { buildWeapp } from '../../build-app'
import { buildFunctions } from '../../build-functions'
import { flows } from '../kills/flows'
import type { Lived } from '../kills/live'
import { type Said, type Workers, workersOn } from '../kills/workers'
import { chanceFrom } from '../phone/chance'
import type { Form, Proof, ProofOptions } from '../proof'
import { holds } from '../proof'

const PROCESSES = 2
/** `short`: so many kills, drawn by a seed; `ci`: an eighth of all, drawn too; `long`: all. */
const SAMPLE = 25
/** `long`: killed again at each of the first so many points after it was opened anew. */
const SECOND_KILLS = 8

export const outboxKills: Proof = {
  name: 'outbox-kills',
  claim: 'killed at any point of scorecard, deduction, finding or photo, the app loses nothing and doubles nothing',
  run: async (options) => {
    await buildFunctions()
    const workers = workersOn(await buildWeapp(), PROCESSES)
    try {
      return await (options.point === undefined ? proveAll(workers, options) : proveOne(workers, options.point))
    } finally {
      await workers.stop()
    }
  },
}

async function proveAll(workers: Workers, { form, seed = 1, say }: ProofOptions): Promise<string> {
  const startedAt = Date.now()
  const whole = new Map<string, Lived>()
  await Promise.all(flows.map(async ({ name }) => whole.set(name, await livedWhole(workers, name))))
  for (const [name, { points }] of whole) say(`${name}: ${points.length} points`)
  const kills = chosen(killsOf(whole, form), form, seed)
  const failures: string[] = []
  await Promise.all(
    kills.map(async (kill) => {
      const failure = failureOf(kill, await workers.live(kill), whole.get(kill.flow)!)
      if (failure) failures.push(failure)
    }),
  )
  say(`${((Date.now() - startedAt) / kills.length).toFixed(0)} ms a kill`)
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${kills.length} kills:\n${failures.slice(0, 20).join('\n')}`)
  const twice = kills.filter((kill) => kill.kills.length > 1).length
  const points = kills.length - twice
  const all = [...whole.values()].reduce((sum, each) => sum + each.points.length, 0)
  return `${points} of ${all} points killed at${twice > 0 ? `, ${twice} times twice` : ''}: 0 marks or texts lost, 0 doubled`
}

async function proveOne(workers: Workers, point: string): Promise<string> {
  const [flow = '', ...numbers] = point.split(':')
  holds(flows.some(({ name }) => name === flow) && numbers.length > 0, `a point is FLOW:NUMBER, not ${point}`)
  const kill = { flow, kills: numbers.map(Number) }
  const whole = await livedWhole(workers, flow)
  const failure = failureOf(kill, await workers.live(kill), whole)
  if (failure) throw new Error(failure)
  return `1 kill at ${point} (${whole.points[kill.kills[0]! - 1]}): nothing lost, nothing doubled`
}

interface Kill {
  flow: string
  kills: number[]
}

async function livedWhole(workers: Workers, flow: string): Promise<Lived> {
  const said = await workers.live({ flow, kills: [] })
  if ('failure' in said) throw new Error(`${flow}, without a kill: ${said.failure}`)
  return said
}

function killsOf(whole: ReadonlyMap<string, Lived>, form: Form): Kill[] {
  return [...whole].flatMap(([flow, { points }]) =>
    points.flatMap((_, n) => {
      const at = n + 1
      const again = form === 'long' ? Array.from({ length: SECOND_KILLS }, (_, m) => [at, at + m + 1]) : []
      return [[at], ...again].map((kills) => ({ flow, kills }))
    }),
  )
}

function chosen(kills: Kill[], form: Form, seed: number): Kill[] {
  if (form === 'long') return kills
  const chance = chanceFrom(seed)
  if (form === 'ci') return kills.filter(() => chance.between(0, 7) === 0)
  const left = [...kills]
  return Array.from({ length: SAMPLE }, () => left.splice(chance.between(0, left.length - 1), 1)[0]!)
}

/** Null: it ended as without a kill. */
function failureOf({ flow, kills }: Kill, said: Said, whole: Lived): string | null {
  const at = kills[0]! - 1
  const otherwise = 'failure' in said ? said.failure : differenceOf(said, whole, at)
  if (otherwise === null) return null
  const replay = `npm run -s prove -- outbox-kills --point ${[flow, ...kills].join(':')}`
  return `${flow}, point ${kills.join(' and ')} (${whole.points[at]}): ${replay}\n  ${otherwise}`
}

function differenceOf({ points, end }: Lived, whole: Lived, at: number): string | null {
  if (points[at] !== whole.points[at]) return `the point was another one this time: ${points[at]}`
  for (const part of Object.keys(whole.end) as (keyof Lived['end'])[]) {
    const [is, should] = [JSON.stringify(end[part]), JSON.stringify(whole.end[part])]
    if (is !== should) return `${part} are in the end\n    ${is}\n  and without a kill\n    ${should}`
  }
  return null
}
