/**
 * My scorecards on this phone. Every touch is in storage before the screen shows it; a killed app loses nothing that
 * was typed. Pages read with `cardOf`; what of a card is on its way stands in the outbox and is shown with it.
 */
import type { Scorecard } from '../contract/scoring'
import { blankCard, type KeptCard, merged, type StoredCard } from './kept-card'
import { tell } from './kept-changes'
import { forget, isFull, keep, keptValues } from './kept-values'
import { cardLane, type ItemOf, isObject } from './outbox/item'
import { itemsOfLane, laneVersion } from './outbox/store'

const PREFIX = 'card/'

let kept: Map<string, StoredCard> | undefined
const seen = new Map<string, { stored: StoredCard; lane: number; card: KeptCard }>()
let changes = 0

/** The same object while nothing of it has changed. */
export function cardOf(roundId: string, villageId: string): KeptCard {
  const lane = cardLane(roundId, villageId)
  const stored = storedCard(roundId, villageId)
  const known = seen.get(lane)
  if (known?.stored === stored && known.lane === laneVersion(lane)) return known.card
  const card = { ...stored, ...onItsWay(lane) }
  seen.set(lane, { stored, lane: laneVersion(lane), card })
  return card
}

/** Stored when this returns; a phone that is full goes on in memory and says so (`isPhoneFull`). */
export function changeCard(roundId: string, villageId: string, change: (card: StoredCard) => StoredCard): void {
  const before = storedCard(roundId, villageId)
  const after = change(before)
  if (after === before) return
  put(after)
  tell()
}

/** What the server told, for every card that it knows of. */
export function mergeCards(told: readonly Scorecard[]): void {
  for (const card of told) changeCard(card.roundId, card.villageId, (kept) => merged(kept, card))
}

/** Of every round this phone has seen: what was typed before a closing still goes out after it. */
export function storedCards(): StoredCard[] {
  return [...cards().values()]
}

export function forgetCard({ roundId, villageId }: StoredCard): void {
  const lane = cardLane(roundId, villageId)
  cards().delete(lane)
  forget(lane)
  changes++
  tell()
}

/** Changes with any of the cards and with what of them is on its way. */
export function cardChanges(): number {
  return (
    changes + storedCards().reduce((sum, { roundId, villageId }) => sum + laneVersion(cardLane(roundId, villageId)), 0)
  )
}

export function isPhoneFull(): boolean {
  return isFull()
}

/** A card's key is its lane. */
function put(card: StoredCard): void {
  const lane = cardLane(card.roundId, card.villageId)
  cards().set(lane, card)
  changes++
  keep(lane, card)
}

function storedCard(roundId: string, villageId: string): StoredCard {
  const lane = cardLane(roundId, villageId)
  const known = cards().get(lane)
  if (known) return known
  const card = blankCard(roundId, villageId)
  cards().set(lane, card)
  return card
}

/** The last submission that is not parked, and the last thing the server refused. */
function onItsWay(lane: string): Pick<KeptCard, 'submitting' | 'refused'> {
  const items = itemsOfLane(lane).reverse()
  const submit = items.find((item): item is ItemOf<'submit'> => item.action === 'submit' && !item.refused)
  const { sendId, at, marks } = submit?.payload ?? {}
  return {
    submitting: submit ? { sendId: sendId!, at: at!, marks: marks! } : null,
    refused: items.find(({ action, refused }) => refused && action !== 'arrive')?.refused ?? null,
  }
}

/** Storage is asked once an app's life; from then on memory is what storage holds. */
function cards(): Map<string, StoredCard> {
  kept ??= new Map(keptValues(PREFIX, isCard).map(([key, card]) => [key, whole(card)]))
  return kept
}

function isCard(value: unknown): value is StoredCard {
  if (!isObject(value) || typeof value.roundId !== 'string' || typeof value.villageId !== 'string') return false
  return isObject(value.marks) && Object.values(value.marks).every((mark) => isObject(mark) && 'waits' in mark)
}

/** Kept by a former build, which knew less of a card. */
function whole(card: StoredCard): StoredCard {
  const marks = Object.entries(card.marks).map(([id, mark]) => [id, { ...mark, photos: mark.photos ?? [] }])
  return { ...blankCard(card.roundId, card.villageId), ...card, marks: Object.fromEntries(marks) }
}
