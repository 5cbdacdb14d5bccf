/**
 * The outbox: what was typed, recorded and photographed goes out from here, each thing once, however often it is tried.
 * Policy (policy.ts: when), storage (store.ts: where), sending (sender.ts); nothing else of this folder is for pages.
 */
import { storageUse } from '../files'
import type { SeenMarks } from '../kept-card'
import { isFailing, isFull } from '../kept-values'
import { thisPhone } from '../phone'
import { cardOf } from '../scorecard-store'
import { clockOffMinutes } from '../typed-at'
import { freezeSubmission } from './freeze'
import { isUnderWay, sendNow } from './sender'
import { type WaitingItem, waitingList, waitingThings } from './waiting'

export { exportQueue, importQueue } from './hand-over'
export { isStuck, sendNow, sendSoon } from './sender'
export type { WaitingItem } from './waiting'

/** Marks that are not yet made into a send count as one item a card. */
export function waitingItems(): WaitingItem[] {
  return waitingList(isUnderWay)
}

/** Each mark, each other thing; photos included. */
export function waitingCount(): number {
  return waitingThings()
}

/** 提交. On the phone first: pressed is pressed, whatever becomes of the signal. What is submitted is what was seen. */
export async function submitCard(roundId: string, villageId: string, seen: SeenMarks, seconds: number): Promise<void> {
  await freezeSubmission(cardOf(roundId, villageId), seen, seconds, await thisPhone())
  sendNow()
}

/** From this share of the phone's storage on it is worth saying. */
const NEARLY_FULL = 0.9

export function phoneHealth(): {
  /** Storage is near its limit, or takes nothing more. */
  full: boolean
  /** Something kept came back broken. */
  failed: boolean
  usedKb: number
  limitKb: number
  /** By how many minutes this phone is ahead of the server (behind: less than 0); null: not worth saying. */
  clockOffMinutes: number | null
} {
  const { usedKb, limitKb } = storageUse()
  const full = isFull() || usedKb > limitKb * NEARLY_FULL
  return { full, failed: isFailing(), usedKb, limitKb, clockOffMinutes: clockOffMinutes() }
}
