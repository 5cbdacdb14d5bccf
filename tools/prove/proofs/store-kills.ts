/**
 * The local cloud's process is killed (SIGKILL) at every named place at which it writes, in the middle of SQLite's COMMIT
 * and right after an answer, again and again on the same store, while four write through the real SDK.
 */
import { join } from 'node:path'
import { inItsOwnProcess } from '../in-its-own-process'
import { type Form, holds, type Proof, type ProofOptions } from '../proof'
import type { Killed } from '../store/kills'
import { type Kill, killOf, killsOf, type Point, points } from '../store/points'

/** Each kills once at every point. */
const ROUNDS: Record<Form, number> = { short: 1, ci: 6, long: 53 }
/** Two cores. */
const PROCESSES = 2
const WORKER = join(__dirname, '../store/kills-worker.ts')

export const storeKills: Proof = {
  name: 'store-kills',
  claim:
    'however its process is killed, the local cloud loses nothing it answered, leaves no half, keeps nothing removed',
  async run({ form, point, say }) {
    const startedAt = Date.now()
    const kills = point === undefined ? killsOf(ROUNDS[form]) : [killNamed(point)]
    const parts = Array.from({ length: Math.min(PROCESSES, kills.length) }, (_, part) => ({
      kills: kills.filter((_, n) => n % PROCESSES === part),
    }))
    const killed = await Promise.all(parts.map((part) => inItsOwnProcess<Killed>(WORKER, part)))
    sayWhere(killed, say)
    say(`${((Date.now() - startedAt) / kills.length).toFixed(0)} ms a kill`)
    say('not tested: power loss, and a disk that lies about what it has written')
    const failures = killed.flatMap((part) => part.failures)
    if (failures.length > 0) throw new Error(failures.join('\n'))
    const acknowledged = killed.reduce((sum, part) => sum + part.acknowledged, 0)
    return `${kills.length} kills, ${acknowledged} acknowledged writes: 0 lost, 0 half written, 0 removed and still there`
  },
}

function killNamed(name: string): Kill {
  const [point = '', nth = '', seed = '0'] = name.split(':')
  const isOne = (points as readonly string[]).includes(point) && Number(nth) > 0
  holds(isOne, `no point is called ${name}: POINT:PASSAGE:SEED, as before-commit:3:0; points are ${points.join(', ')}`)
  return killOf(point as Point, Number(seed), Number(nth))
}

function sayWhere(killed: readonly Killed[], say: ProofOptions['say']): void {
  for (const counts of ['byPoint', 'ended'] as const) {
    const names = [...new Set(killed.flatMap((part) => Object.keys(part[counts])))]
    const counted = names.map((name) => `${killed.reduce((sum, part) => sum + (part[counts][name] ?? 0), 0)} ${name}`)
    say(counted.join(', '))
  }
}
