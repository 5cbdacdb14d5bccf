/** What an administrator has looked at before sealing, on this phone. Nobody can prove that it was read: it only helps not to overlook. */
import { keep, readKept } from './kept-values'

const seenKey = (roundId: string) => `seen-warnings/${roundId}`

export function seenWarnings(roundId: string): string[] {
  const seen = readKept(seenKey(roundId))
  return Array.isArray(seen) ? seen.filter((key) => typeof key === 'string') : []
}

/** Answers all that have been looked at. */
export function lookedAt(roundId: string, keys: readonly string[]): string[] {
  const seen = [...new Set([...seenWarnings(roundId), ...keys])]
  keep(seenKey(roundId), seen)
  return seen
}
