/**
 * 今日资料: the inspector's whole day, kept on the phone when it was read, so that it can be lived without a signal.
 * Arrivals are confirmed on the phone first, like every touch.
 */
import { type ErrorCode, Failure } from '../contract/errors'
import type { RoundHead } from '../contract/parts'
import type { Today } from '../contract/round'
import { call } from './call'
import { storage } from './device'
import { mergeCards, tell } from './scorecard-store'

/** The day opened last: its door where there is no signal and no code. */
const LAST = 'day/last'
const dayKey = (roundId: string) => `day/${roundId}`
const arrivalsKey = (roundId: string) => `arrivals/${roundId}`

export type Arrival = { at: number; waits: boolean; late: boolean; refused: ErrorCode | null }

const days = new Map<string, Today>()
const arrivals = new Map<string, Record<string, Arrival>>()

export function keptToday(roundId: string): Today | undefined {
  const known = days.get(roundId)
  if (known) return known
  const kept = storage.get(dayKey(roundId)) as Today | undefined
  if (kept) days.set(roundId, kept)
  return kept
}

export function lastRoundId(): string | undefined {
  const kept = storage.get(LAST)
  return typeof kept === 'string' ? kept : undefined
}

/**
 * Reads the day anew and keeps it; what waits on this phone stays as it was typed. Once the round has closed there is
 * no day to read: what was kept stays, with the state the server told.
 */
export async function readToday(roundId: string): Promise<void> {
  try {
    const { cards, arrivals, ...day } = await call('round', 'today', { roundId })
    // Cards and arrivals are kept one by one beside the day, not twice.
    keepDay({ ...day, cards: [], arrivals: {} })
    mergeArrivals(roundId, arrivals)
    mergeCards(cards)
  } catch (error) {
    const before = keptToday(roundId)
    if (!before || !(error instanceof Failure) || error.code !== 'wrongState') throw error
    const state = (error.details?.state ?? 'closed') as RoundHead['state']
    keepDay({ ...before, round: { ...before.round, state } })
  }
  keep(LAST, roundId)
  tell()
}

/** The round of today that this inspector judges: told by the server, or the one opened last. */
export async function findRoundId(): Promise<string | null> {
  const { rounds } = await call('member', 'me', {})
  const mine = rounds.filter(({ onPanel }) => onPanel)
  const atHand = mine.find(({ state }) => state === 'running') ?? mine.find(({ state }) => state === 'ready')
  return (atHand ?? mine[0])?.id ?? null
}

export function arrivalsOf(roundId: string): Record<string, Arrival> {
  const known = arrivals.get(roundId)
  if (known) return known
  const kept = (storage.get(arrivalsKey(roundId)) as Record<string, Arrival> | undefined) ?? {}
  arrivals.set(roundId, kept)
  return kept
}

export function changeArrival(roundId: string, villageId: string, arrival: Arrival): void {
  const all = { ...arrivalsOf(roundId), [villageId]: arrival }
  arrivals.set(roundId, all)
  keep(arrivalsKey(roundId), all)
  tell()
}

export function arrivalsThatWait(): { roundId: string; villageId: string; arrival: Arrival }[] {
  return storage
    .keys()
    .filter((key) => key.startsWith('arrivals/'))
    .flatMap((key) => {
      const roundId = key.slice('arrivals/'.length)
      return Object.entries(arrivalsOf(roundId)).map(([villageId, arrival]) => ({ roundId, villageId, arrival }))
    })
    .filter(({ arrival }) => arrival.waits)
}

function mergeArrivals(roundId: string, told: Today['arrivals']): void {
  const all = { ...arrivalsOf(roundId) }
  for (const [villageId, at] of Object.entries(told)) all[villageId] = { at, waits: false, late: false, refused: null }
  arrivals.set(roundId, all)
  keep(arrivalsKey(roundId), all)
}

function keepDay(day: Today): void {
  days.set(day.round.id, day)
  keep(dayKey(day.round.id), day)
}

/** A full phone goes on with what it has in memory; marks say so themselves (scorecard-store). */
function keep(key: string, value: unknown): void {
  try {
    storage.set(key, value)
  } catch {}
}
