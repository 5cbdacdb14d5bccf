/**
 * When something may go out: pure, the clock and chance are arguments. Three answers, never two: done, refused (kept
 * and shown, holds up nothing), unknown (the same id again after a growing pause, its lane waits).
 */
import { pauseAfter } from '../spread'
import { type Item, laneOf } from './item'

export type Pause = { failures: number; until: number }
/** `all`: where it is not one lane but the network that fails, nothing is tried for a while. */
export type Pauses = { lanes: Readonly<Record<string, Pause>>; all: Pause }

export const NO_PAUSES: Pauses = { lanes: {}, all: { failures: 0, until: 0 } }

export type Moment = {
  now: number
  pauses: Pauses
  /** Refused ones that are tried once more: ids. */
  asked: ReadonlySet<string>
  /** Ids. */
  underWay: ReadonlySet<string>
}

/** What may go out now, the oldest first: at most one of each lane. */
export function due(items: readonly Item[], { now, pauses, asked, underWay }: Moment): Item[] {
  if (pauses.all.until > now) return []
  return heads(items, asked).filter((item) => !underWay.has(item.id) && (pauses.lanes[laneOf(item)]?.until ?? 0) <= now)
}

/** When the next one may go; null: nothing waits but what was refused. */
export function nextDueAt(items: readonly Item[], { pauses, asked }: Pick<Moment, 'pauses' | 'asked'>): number | null {
  const times = heads(items, asked).map((item) => pauses.lanes[laneOf(item)]?.until ?? 0)
  return times.length > 0 ? Math.max(pauses.all.until, Math.min(...times)) : null
}

/** Photos are large: they travel beside the calls, one at a time. */
export function isPhoto({ action }: Pick<Item, 'action'>): boolean {
  return action === 'photo'
}

/** The first of each lane that is not parked. */
function heads(items: readonly Item[], asked: ReadonlySet<string>): Item[] {
  const seen = new Set<string>()
  return [...items]
    .sort((a, b) => a.seq - b.seq)
    .filter((item) => {
      if (item.refused && !asked.has(item.id)) return false
      const lane = laneOf(item)
      if (seen.has(lane)) return false
      seen.add(lane)
      return true
    })
}

export type Unknown = {
  lane: string
  online: boolean
  now: number
  /** 0 to below 1: never in step with the other phones that lost the same signal. */
  chance: number
}

/**
 * No answer. The lane pauses; so does everything where the phone is offline, or where lane after lane fails with no
 * answer in between: ten lanes must not knock ten times at a door that is shut.
 */
export function afterUnknown({ lanes, all }: Pauses, { lane, online, now, chance }: Unknown): Pauses {
  const failures = (lanes[lane]?.failures ?? 0) + 1
  const failing = { ...lanes, [lane]: { failures, until: now + pauseAfter(failures, chance) } }
  const elsewhere = Object.keys(lanes).some((other) => other !== lane && lanes[other]!.until > now)
  if (online && !elsewhere && all.failures === 0) return { lanes: failing, all }
  const allFailures = all.failures + 1
  return { lanes: failing, all: { failures: allFailures, until: now + pauseAfter(allFailures, chance) } }
}

/** Done or refused: the server answers, and this lane is free. */
export function afterAnswer({ lanes }: Pauses, lane: string): Pauses {
  const { [lane]: _, ...others } = lanes
  return { lanes: others, all: NO_PAUSES.all }
}

export function isFailing({ lanes, all }: Pauses): boolean {
  return all.failures > 0 || Object.keys(lanes).length > 0
}
