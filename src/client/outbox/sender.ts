/**
 * When things go out: a moment after a touch, at once when asked, when a signal comes back or the app comes to the front,
 * and again after a pause where no answer came. Calls go one at a time, photos one at a time beside them.
 */
import { isOnline, onAppShow, onNetworkChange } from '../device'
import { forgetGoneRehearsals, mayBeGone } from '../gone-rehearsals'
import { tell } from '../kept-changes'
import { thisPhone } from '../phone'
import { tidyPhotos } from '../photo-store'
import { LONGEST_PAUSE_MS, pauseAfterAnswer, pauseAfterSignal } from '../spread'
import { afterFailure, carry } from './carry'
import { takeOverFormerCards } from './former-cards'
import { dropUndecidedSubmissions, freezeWhatWaits } from './freeze'
import { type Item, laneOf } from './item'
import { afterAnswer, afterUnknown, due, isFailing, isPhoto, NO_PAUSES, nextDueAt, type Pauses } from './policy'
import { itemById, items, putItem, removeItem } from './store'
import { countOf, waitingThings } from './waiting'

/** What one hand types in one go travels together. */
const AFTER_TOUCH_MS = 1500

let timer: ReturnType<typeof setTimeout> | undefined
let timerAt = Number.POSITIVE_INFINITY
let pauses: Pauses = NO_PAUSES
let isPrepared = false
let isListening = false
const asked = new Set<string>()
const underWay = new Set<string>()
/** Ends a pause between two things at once. */
const hurried = new Set<() => void>()
const running = { calls: false, photos: false }
type Track = keyof typeof running

/** Something was typed: goes out a moment after the last touch. */
export function sendSoon(): void {
  listen()
  clearTimeout(timer)
  timerAt = Number.POSITIVE_INFINITY
  wakeAt(Date.now() + AFTER_TOUCH_MS)
}

/** The app is shown again, or the person asked: pauses end, refused things are tried again too. */
export function sendNow(): void {
  listen()
  for (const end of [...hurried]) end()
  sendAllAt(Date.now())
}

/** `at` is a moment away where it is a signal that came back: not on every phone in the valley at once. */
function sendAllAt(at: number): void {
  pauses = NO_PAUSES
  for (const { id, refused } of items()) if (refused) asked.add(id)
  wakeAt(at)
}

/** Sending was tried and the outcome is unknown: what waits is worth saying even with a network. */
export function isStuck(): boolean {
  return isFailing(pauses)
}

export function isUnderWay(id: string): boolean {
  return underWay.has(id)
}

/** Once an app's life, whichever page is open. */
function listen(): void {
  if (isListening) return
  isListening = true
  onNetworkChange((online) => {
    if (online) sendAllAt(Date.now() + pauseAfterSignal(Math.random()))
  })
  onAppShow(sendNow)
}

function wakeAt(at: number): void {
  if (at >= timerAt) return
  clearTimeout(timer)
  timerAt = at
  timer = setTimeout(wake, Math.max(0, at - Date.now()))
}

function wake(): void {
  timerAt = Number.POSITIVE_INFINITY
  for (const track of ['calls', 'photos'] as const) run(track).catch(() => wakeAt(Date.now() + LONGEST_PAUSE_MS))
}

async function run(track: Track): Promise<void> {
  // The one that runs looks for more by itself.
  if (running[track]) return
  running[track] = true
  try {
    for (let item = await next(track); item; item = await next(track)) await unhurried(() => sendOne(item!))
  } finally {
    running[track] = false
  }
  tell()
  const at = nextDueAt(itemsOf(track), { pauses, asked })
  if (at !== null) wakeAt(Math.max(at, Date.now()))
  else if (pauses.all.until > Date.now()) wakeAt(pauses.all.until)
}

/** What is sent next waits a little where the server is busy: eleven phones may be emptying theirs at once. */
async function unhurried(send: () => Promise<void>): Promise<void> {
  const beganAt = Date.now()
  await send()
  const pause = isFailing(pauses) ? 0 : pauseAfterAnswer(Date.now() - beganAt, Math.random())
  if (pause > 0) await new Promise<void>((resolve) => waitUnlessHurried(pause, resolve))
}

function waitUnlessHurried(ms: number, then: () => void): void {
  const timer = setTimeout(end, ms)
  hurried.add(end)

  function end() {
    clearTimeout(timer)
    hurried.delete(end)
    then()
  }
}

function itemsOf(track: Track): Item[] {
  return items().filter((item) => isPhoto(item) === (track === 'photos') && !underWay.has(item.id))
}

/** The oldest that may go now. What was typed meanwhile is made ready first. */
async function next(track: Track): Promise<Item | undefined> {
  await prepare()
  if (pauses.all.until <= Date.now()) await freezeWhatWaits(await thisPhone())
  return due(itemsOf(track), { now: Date.now(), pauses, asked, underWay })[0]
}

/** Once an app's life: what a former build or a kill left behind is put in order. */
async function prepare(): Promise<void> {
  if (isPrepared) return
  const me = await thisPhone()
  if (isPrepared) return
  isPrepared = true
  takeOverFormerCards(me)
  dropUndecidedSubmissions()
  void tidyPhotos(Date.now()).catch(() => {})
  void forgetGoneRehearsals().catch(() => {})
}

async function sendOne(ready: Item): Promise<void> {
  const item = { ...ready, tries: ready.tries + 1 } as Item
  const lane = laneOf(item)
  underWay.add(item.id)
  putItem(item)
  try {
    await carry(item, waitingThings() - countOf(item))
    answered(item, lane)
  } catch (error) {
    const still = itemById(item.id)
    // Dropped meanwhile: whatever was said of it is no matter.
    const fate = still ? afterFailure(still, error, Date.now()) : 'settled'
    if (fate === 'unknown') await unknown(lane)
    else {
      answered(item, lane)
      if (fate === 'settled') removeItem(item)
      else {
        putItem({ ...still!, refused: fate } as Item)
        if (mayBeGone(item.payload.roundId, fate.code)) await forgetGoneRehearsals().catch(() => {})
      }
    }
  } finally {
    underWay.delete(item.id)
    tell()
  }
}

function answered({ id }: Item, lane: string): void {
  asked.delete(id)
  pauses = afterAnswer(pauses, lane)
}

async function unknown(lane: string): Promise<void> {
  const online = await isOnline().catch(() => true)
  pauses = afterUnknown(pauses, { lane, online, now: Date.now(), chance: Math.random() })
  tell()
}
