/** Which villages were ranked in two rounds, and why the others were not. */
import { byCodeUnits } from './order'
import type { RankedVillage } from './round-result'

export type LeftOutOfProgress = { villageId: string; reason: LeftOutReason }
export type LeftOutReason = 'absentBefore' | 'absentNow' | 'deferredBefore' | 'deferredNow' | 'nothingInCommon'

type Ranked = { ranking: readonly RankedVillage[] }

/** `both` by village id; a village that is absent from one round is named once. */
export function standingInBoth(before: Ranked, now: Ranked): { both: string[]; leftOut: LeftOutOfProgress[] } {
  const then = new Map(before.ranking.map((row) => [row.villageId, row]))
  const since = new Map(now.ranking.map((row) => [row.villageId, row]))
  const both: string[] = []
  const leftOut: LeftOutOfProgress[] = []
  for (const villageId of [...new Set([...then.keys(), ...since.keys()])].sort(byCodeUnits)) {
    const reason = whyNot(then.get(villageId), since.get(villageId))
    if (reason) leftOut.push({ villageId, reason })
    else both.push(villageId)
  }
  return { both, leftOut }
}

/** What holds now comes first: it is what a village can see on this round's board. */
function whyNot(before: RankedVillage | undefined, now: RankedVillage | undefined): LeftOutReason | null {
  if (!now) return 'absentNow'
  if (now.deferred) return 'deferredNow'
  if (!before) return 'absentBefore'
  return before.deferred ? 'deferredBefore' : null
}
