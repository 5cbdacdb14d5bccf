/** A cloud of its own, on which one part of the kills is lived. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testClock } from '../../../tests/vocabulary/clock'
import { startLocalCloud } from '../../local-cloud'
import { programme, seedAll } from '../../seed/sample'
import { chanceFrom } from '../phone/chance'
import type { Form } from '../proof'
import { eveningOn, type Kill, type Scene } from './evening'
import { deaths } from './mortal-call'
import { smallClosedRound } from './small-closed-round'
import { stageOn } from './stage'

/** `short`: so many kills, drawn by a seed; `ci`: half of all, drawn too; `long`: all. */
const SAMPLE = 12
/** `long`: whoever looks next is killed as well, at each of its first so many requests. */
const SECOND_KILLS = 12

export interface Part {
  form: Form
  seed: number
  point: string | null
  /** Each `of`th kill from the `first` on. */
  first: number
  of: number
}

export interface Killed {
  scenes: { name: string; requests: number }[]
  /** Here, and all there are. */
  kills: number
  all: number
  failures: string[]
}

export async function killPart({ form, seed, point, first, of }: Part): Promise<Killed> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-prove-'))
  const clock = testClock()
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true, now: clock.now })
  try {
    const now = Date.now()
    const { file, documents } = smallClosedRound(now)
    await seedAll(cloud, programme(now))
    await seedAll(cloud, documents)
    cloud.gate.close()
    const evening = eveningOn(cloud, stageOn(cloud, dataDir), file.id, clock)
    const whole = await evening.scenesOfSuccess()
    evening.holdsCanFail(whole)
    const scenes = [...whole, ...(await evening.scenesOfFailure(whole))]
    const all = scenes.flatMap((scene) => killsOf(scene, form))
    const meant = point === null ? chosen(all, form, seed) : all.filter((kill) => nameOf(kill) === point)
    const kills = meant.filter((_, n) => n % of === first)
    const failures: string[] = []
    for (const kill of kills) {
      const otherwise = await evening.killed(kill).catch((error: Error) => error.message)
      if (otherwise) failures.push(failureOf(kill, otherwise))
    }
    const counted = scenes.map(({ name, requests }) => ({ name, requests: requests.length }))
    return { scenes: counted, kills: kills.length, all: all.length, failures }
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function killsOf(scene: Scene, form: Form): Kill[] {
  const everywhere = scene.requests.flatMap((_, at) => deaths.map((death): Kill => ({ scene, at, death })))
  const again = scene.requests.flatMap((_, at) =>
    Array.from({ length: SECOND_KILLS }, (_, m): Kill => ({ scene, at, death: 'gone', again: m })),
  )
  const unheard: Kill = { scene, at: scene.requests.length, death: 'unheard' }
  return [...everywhere, unheard, ...(form === 'long' ? again : [])]
}

function chosen(kills: readonly Kill[], form: Form, seed: number): Kill[] {
  if (form === 'long') return [...kills]
  const chance = chanceFrom(seed)
  if (form === 'ci') return kills.filter(() => chance.between(0, 1) === 0)
  const left = [...kills]
  return Array.from({ length: SAMPLE }, () => left.splice(chance.between(0, left.length - 1), 1)[0]!)
}

function nameOf({ scene, at, death, again }: Kill): string {
  return [scene.name, at, death, ...(again === undefined ? [] : [again])].join(':')
}

function failureOf(kill: Kill, otherwise: string): string {
  const replay = `npm run -s prove -- sealing-kills --point ${nameOf(kill)}`
  return `${nameOf(kill)} (${kill.scene.requests[kill.at] ?? 'answered'}): ${replay}\n  ${otherwise}`
}
