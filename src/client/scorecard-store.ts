/**
 * My scorecards on this phone. Every touch is in storage before the screen shows it; a killed app loses nothing that
 * was typed. Pages read with `useCard`, the sender works through `cardsThatWait`.
 */
import type { Scorecard } from '../contract/scoring'
import { storage } from './device'
import { blankCard, type KeptCard, merged, waits } from './kept-card'
import { newSendId } from './send-id'

const keyOf = (roundId: string, villageId: string) => `card/${roundId}/${villageId}`

const listeners = new Set<() => void>()
let kept: Map<string, KeptCard> | undefined
let full = false
let changes = 0

export function cardOf(roundId: string, villageId: string): KeptCard {
  const key = keyOf(roundId, villageId)
  const known = cards().get(key)
  if (known) return known
  const card = blankCard(roundId, villageId)
  cards().set(key, card)
  return card
}

/** Stored when this returns; a phone that is full goes on in memory and says so (`isPhoneFull`). */
export function changeCard(roundId: string, villageId: string, change: (card: KeptCard) => KeptCard): void {
  const before = cardOf(roundId, villageId)
  const after = change(before)
  if (after === before) return
  const key = keyOf(roundId, villageId)
  cards().set(key, after)
  changes++
  try {
    storage.set(key, after)
    full = false
  } catch {
    full = true
  }
  tell()
}

/** What the server told, for every card that it knows of. */
export function mergeCards(told: readonly Scorecard[]): void {
  for (const card of told) changeCard(card.roundId, card.villageId, (kept) => merged(kept, card))
}

/** Of every round this phone has seen: what was typed before a closing still goes out after it. */
export function cardsThatWait(): KeptCard[] {
  return [...cards().values()].filter(waits)
}

/** Changes with any of the cards. */
export function cardChanges(): number {
  return changes
}

export function isPhoneFull(): boolean {
  return full
}

/** Tells two phones of one person apart, never a person. */
export async function phoneId(): Promise<string> {
  const known = storage.get('phone')
  if (typeof known === 'string') return known
  const id = await newSendId()
  storage.set('phone', id)
  return id
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tell(): void {
  for (const listener of listeners) listener()
}

/** Storage is asked once an app's life; from then on memory is what storage holds. */
function cards(): Map<string, KeptCard> {
  if (!kept) {
    const keys = storage.keys().filter((key) => key.startsWith('card/'))
    kept = new Map(keys.map((key) => [key, storage.get(key) as KeptCard]))
  }
  return kept
}
