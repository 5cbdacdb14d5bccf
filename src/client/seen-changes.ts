/** Changes of the day until the inspector has said 知道了 on this phone. */
import type { DayChange } from '../contract/round'
import { tell } from './kept-changes'
import { keep, readKept } from './kept-values'
import { keptToday } from './today'

const seenKey = (roundId: string) => `seen-changes/${roundId}`

/** Newest first. */
export function newChanges(roundId: string): DayChange[] {
  const seen = seenOf(roundId)
  return (keptToday(roundId)?.changes ?? []).filter(({ id }) => !seen.includes(id))
}

export function acknowledgeChanges(roundId: string): void {
  keep(
    seenKey(roundId),
    (keptToday(roundId)?.changes ?? []).map(({ id }) => id),
  )
  tell()
}

function seenOf(roundId: string): unknown[] {
  const seen = readKept(seenKey(roundId))
  return Array.isArray(seen) ? seen : []
}
