/**
 * 今日资料: the inspector's whole day, kept on the phone when it was read, so that it can be lived without a signal.
 * Arrivals are confirmed on the phone first, like every touch.
 */
import { type ErrorCode, Failure } from '../contract/errors'
import type { RoundHead } from '../contract/parts'
import type { Today } from '../contract/round'
import { call } from './call'
import { keepPicture } from './files'
import { tell } from './kept-changes'
import { forget, keep, keptKeys, readKept } from './kept-values'
import { isObject } from './outbox/item'
import { mergeCards } from './scorecard-store'
import { tidyRounds } from './tidy'
import { serverClockIs } from './typed-at'

/** The day opened last: its door where there is no signal and no code. */
const LAST = 'day/last'
const dayKey = (roundId: string) => `day/${roundId}`
const arrivalsKey = (roundId: string) => `arrivals/${roundId}`

export type Arrival = { at: number; waits: boolean; late: boolean; refused: ErrorCode | null }

const days = new Map<string, Today>()
const arrivals = new Map<string, Record<string, Arrival>>()
let isListed = false

export function keptToday(roundId: string): Today | undefined {
  const known = days.get(roundId)
  if (known) return known
  const kept = readKept(dayKey(roundId))
  if (!isDay(kept)) return undefined
  days.set(roundId, kept)
  return kept
}

/** A former build kept a day that knew less: it is read anew. */
function isDay(value: unknown): value is Today {
  if (!isObject(value) || !isObject(value.round)) return false
  if (![value.stops, value.changes, value.deductions].every((list) => Array.isArray(list))) return false
  return (value.stops as Today['stops']).every(({ facts }) => facts.every(({ photos }) => Array.isArray(photos)))
}

export function lastRoundId(): string | undefined {
  const kept = readKept(LAST)
  return typeof kept === 'string' ? kept : undefined
}

/**
 * Reads the day anew and keeps it; what waits on this phone stays as it was typed. Once the round has closed there is
 * no day to read: what was kept stays, with the state the server told.
 */
export async function readToday(roundId: string): Promise<void> {
  try {
    const { cards, arrivals, ...day } = await call('round', 'today', { roundId })
    serverClockIs(day.at)
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

/** Its round has left this phone's storage (tidy.ts): it is not known here either, and no door leads to it. */
export function forgetDay(roundId: string): void {
  days.delete(roundId)
  arrivals.delete(roundId)
  if (lastRoundId() === roundId) forget(LAST)
}

/** Whose day this phone holds. */
export function inspectorHere(): string | undefined {
  const roundId = lastRoundId()
  return roundId === undefined ? undefined : keptToday(roundId)?.inspector.id
}

/** The round of today that this inspector judges: told by the server, or the one opened last. */
export async function findRoundId(): Promise<string | null> {
  const { rounds } = await call('member', 'me', {})
  for (const roundId of tidyRounds(rounds)) forgetDay(roundId)
  // The real one first; a rehearsal is entered by its own door.
  const mine = rounds
    .filter(({ onPanel, state }) => onPanel && state !== 'draft')
    .sort((a, b) => Number(a.rehearsal) - Number(b.rehearsal))
  const atHand = mine.find(({ state }) => state === 'running') ?? mine.find(({ state }) => state === 'ready')
  return (atHand ?? mine[0])?.id ?? null
}

export function arrivalsOf(roundId: string): Record<string, Arrival> {
  const known = arrivals.get(roundId)
  if (known) return known
  const kept = readKept(arrivalsKey(roundId))
  const whole = isObject(kept) ? (kept as Record<string, Arrival>) : {}
  arrivals.set(roundId, whole)
  return whole
}

export function changeArrival(roundId: string, villageId: string, arrival: Arrival): void {
  const all = { ...arrivalsOf(roundId), [villageId]: arrival }
  arrivals.set(roundId, all)
  keep(arrivalsKey(roundId), all)
  tell()
}

export function arrivalsThatWait(): { roundId: string; villageId: string; arrival: Arrival }[] {
  return roundsArrivedIn().flatMap((roundId) =>
    Object.entries(arrivalsOf(roundId))
      .filter(([, arrival]) => arrival.waits)
      .map(([villageId, arrival]) => ({ roundId, villageId, arrival })),
  )
}

/** Storage is asked once an app's life: it is looked at with every touch. */
function roundsArrivedIn(): string[] {
  if (!isListed) for (const key of keptKeys(arrivalsKey(''))) arrivalsOf(key.slice(arrivalsKey('').length))
  isListed = true
  return [...arrivals.keys()]
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

/** A village's code as a picture for villagers to scan, kept for the window it is good in. */
type KeptOnsite = { scene: string; from: number; until: number; src: string }
const onsiteKey = (roundId: string, villageId: string) => `onsite/${roundId}/${villageId}`

/**
 * 下载今日资料: the whole day and every village's code, before departure. What is here already is not fetched again
 * unless it has changed. Throws at the end where something is missing; what did come stays.
 */
export async function downloadDay(roundId: string, onProgress?: (done: number, of: number) => void): Promise<void> {
  await readToday(roundId)
  const stops = onsiteStops(roundId)
  let missing: unknown
  for (const [done, { village }] of stops.entries()) {
    onProgress?.(done + 1, stops.length + 1)
    if (onsitePicture(roundId, village.id)) continue
    await downloadOnsite(roundId, village.id).catch((error) => {
      missing ??= error
    })
  }
  onProgress?.(stops.length + 1, stops.length + 1)
  tell()
  if (missing) throw missing
}

/** One village's code, for the page that shows it: little enough for a weak signal. The day first, it may have changed. */
export async function renewOnsite(roundId: string, villageId: string): Promise<void> {
  await readToday(roundId)
  if (!onsitePicture(roundId, villageId)) await downloadOnsite(roundId, villageId)
  tell()
}

/** There is a code on this phone, but its stop has been moved since. */
export function isOnsiteOutdated(roundId: string, villageId: string): boolean {
  return isObject(readKept(onsiteKey(roundId, villageId))) && !onsitePicture(roundId, villageId)
}

async function downloadOnsite(roundId: string, villageId: string): Promise<void> {
  const { scene, from, until, contentType, base64 } = await call('round', 'onsiteCode', { roundId, villageId })
  const name = `onsite-${roundId}-${villageId}.${contentType === 'image/png' ? 'png' : 'jpg'}`
  const src = await keepPicture(name, base64, contentType)
  keep(onsiteKey(roundId, villageId), { scene, from, until, src } satisfies KeptOnsite)
}

export function dayState(roundId: string): { at: number; complete: boolean; onsiteOf: number; onsiteHave: number } {
  const day = keptToday(roundId)
  const stops = onsiteStops(roundId)
  const onsiteHave = stops.filter(({ village }) => onsitePicture(roundId, village.id)).length
  return { at: day?.at ?? 0, complete: !!day && onsiteHave === stops.length, onsiteOf: stops.length, onsiteHave }
}

/** Undefined: not downloaded, or the day has changed since. */
export function onsitePicture(
  roundId: string,
  villageId: string,
): { src: string; from: number; until: number } | undefined {
  const onsite = keptToday(roundId)?.stops.find(({ village }) => village.id === villageId)?.onsite
  const kept = readKept(onsiteKey(roundId, villageId)) as KeptOnsite | undefined
  if (!onsite || !isObject(kept) || kept.scene !== onsite.scene) return undefined
  if (kept.from !== onsite.from || kept.until !== onsite.until) return undefined
  return { src: kept.src, from: kept.from, until: kept.until }
}

function onsiteStops(roundId: string): Today['stops'] {
  return (keptToday(roundId)?.stops ?? []).filter(({ onsite, state }) => onsite && state !== 'skipped')
}
