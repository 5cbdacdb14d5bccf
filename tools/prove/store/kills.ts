/** Where a local cloud is killed, and one part of the kills on a store of its own. */
import { type WritePoint, writePoints } from '../../local-cloud/write-points'
import { type Chance, chanceFrom } from '../phone/chance'
import { type Ended, livesOfOneStore } from './lives'

/** The named places, SQLite's COMMIT while it is at work, and the moment at which an answer has been heard. */
export const points = [...writePoints, 'inside-commit', 'after-answer'] as const
export type Point = WritePoint | 'inside-commit' | 'after-answer'

export interface Kill {
  point: Point
  /** At the nth time it is passed in a life. */
  nth: number
  seed: number
  /** Of `inside-commit`: so long after it began. */
  micros: number
}

export interface Part {
  kills: readonly Kill[]
}

export interface Killed {
  ended: Record<string, number>
  byPoint: Record<string, number>
  acknowledged: number
  failures: string[]
}

/** Every point in turn, each round at another passage; each seed is one kill. */
export function killsOf(rounds: number): Kill[] {
  return Array.from({ length: rounds }, (_, round) =>
    points.map((point, n) => killOf(point, round * points.length + n)),
  ).flat()
}

export function killOf(point: Point, seed: number, nth?: number): Kill {
  const chance = chanceFrom(seed)
  return { point, seed, nth: nth ?? passage(point, chance), micros: chance.between(0, 2_500) }
}

export const nameOf = ({ point, nth, seed }: Kill) => `${point}:${nth}:${seed}`

/** What is rare in a life is not waited for. */
function passage(point: Point, chance: Chance): number {
  if (point.includes('rebuild')) return chance.between(1, 2)
  if (point.includes('log-cut') || point.includes('deletion')) return chance.between(1, 3)
  if (point === 'document-changed') return chance.between(1, 150)
  return chance.between(1, point === 'inside-commit' ? 4 : 12)
}

export async function killPart({ kills }: Part): Promise<Killed> {
  const store = await livesOfOneStore()
  const sum: Killed = { ended: {}, byPoint: {}, acknowledged: 0, failures: [] }
  try {
    // So that there is something to lose.
    await store.live(null)
    let last: Kill | null = null
    for (const kill of kills) {
      const ended: Ended = await store.live(kill).catch((error: Error) => {
        throw new Error(last ? failureOf(last, error.message) : error.message)
      })
      sum.ended[ended] = (sum.ended[ended] ?? 0) + 1
      if (ended === 'not reached') throw new Error(failureOf(kill, 'was not reached'))
      sum.byPoint[kill.point] = (sum.byPoint[kill.point] ?? 0) + 1
      last = kill
    }
    await store.lookAtTheEnd().catch((error: Error) => {
      throw new Error(failureOf(last!, error.message))
    })
    await store.holdsCanFail()
  } catch (error) {
    sum.failures.push((error as Error).message)
  } finally {
    store.remove()
  }
  return { ...sum, acknowledged: store.known.acknowledged }
}

function failureOf(kill: Kill, what: string): string {
  return `after ${nameOf(kill)}: npm run -s prove -- store-kills --point ${nameOf(kill)}\n  ${what}`
}
