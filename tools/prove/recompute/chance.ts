import type { Random } from '../cells/random'

/** One of a list that is not empty. */
export function oneOf<T>(list: readonly T[], random: Random): T {
  return list[random.from(0, list.length - 1)]!
}

/** Once in `times`; 0: never. */
export function oneIn(times: number, random: Random): boolean {
  return times > 0 && random.from(1, times) === 1
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list]
  return list.map(() => left.splice(random.from(0, left.length - 1), 1)[0]!)
}

export function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${letter}${n + 1}`)
}
