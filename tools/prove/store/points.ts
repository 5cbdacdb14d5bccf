/** Where and when a local cloud is killed. */
import { type WritePoint, writePoints } from '../../local-cloud/write-points'
import { type Chance, chanceFrom } from '../phone/chance'

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

/** Every point in turn, each round at another passage; each seed is one kill. */
export function killsOf(rounds: number): Kill[] {
  return Array.from({ length: rounds }, (_, round) =>
    points.map((point, n) => killOf(point, round * points.length + n)),
  ).flat()
}

export function killOf(point: Point, seed: number, nth?: number): Kill {
  const chance = chanceFrom(seed)
  const drawn = passage(point, chance)
  return { point, seed, nth: nth ?? drawn, micros: chance.between(0, 2_500) }
}

export const nameOf = ({ point, nth, seed }: Kill) => `${point}:${nth}:${seed}`

/** What is rare in a life is not waited for. */
function passage(point: Point, chance: Chance): number {
  if (point.includes('rebuild')) return chance.between(1, 2)
  if (point.includes('log-cut') || point.includes('deletion')) return chance.between(1, 3)
  if (point === 'document-changed') return chance.between(1, 150)
  return chance.between(1, point === 'inside-commit' ? 4 : 12)
}
