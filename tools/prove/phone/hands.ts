/**
 * What an inspector's hands do on a phone: what the pages of src/inspect do with the app when they are pressed, without
 * their screens. Bundled into a simulated phone (app-on-a-phone.ts), so nothing here may know of anything but src.
 */
import { chosen, isChangedSinceSubmission, keptMark, lastSubmission, touched } from '../../../src/client/kept-card'
import { phoneHealth, sendNow, sendSoon, submitCard, waitingItems } from '../../../src/client/outbox'
import { takePhoto } from '../../../src/client/photos'
import { confirmDeduction, keepRecord, newRecordId, recordsOf } from '../../../src/client/records'
import { cardOf, changeCard } from '../../../src/client/scorecard-store'
import { arrivalsOf, changeArrival, keptToday, readToday } from '../../../src/client/today'
import { typedAt } from '../../../src/client/typed-at'
import { standingOfCard } from '../../../src/inspect/my-card'

type Place = { roundId: string; villageId: string }

/** A page of the day is shown: what waits goes out, the day is read anew. Without a signal the kept one serves. */
export async function look({ roundId }: Pick<Place, 'roundId'>): Promise<void> {
  sendNow()
  await readToday(roundId).catch(() => {})
}

export function arrive({ roundId, villageId }: Place): void {
  if (arrivalsOf(roundId)[villageId]) return
  changeArrival(roundId, villageId, { at: typedAt(), waits: true, late: false, refused: null })
  sendNow()
}

export function mark({ roundId, villageId }: Place, itemId: string, value: number | null): void {
  changeCard(roundId, villageId, (card) => touched(card, itemId, { mark: value }, typedAt()))
  sendSoon()
}

export function note({ roundId, villageId }: Place, itemId: string, text: string): void {
  changeCard(roundId, villageId, (card) => touched(card, itemId, { note: text }, typedAt()))
  sendSoon()
}

export async function photographMark({ roundId, villageId }: Place, itemId: string): Promise<void> {
  const id = await takePhoto()
  if (id === null) return
  const photos = [...keptMark(cardOf(roundId, villageId), itemId).photos, id]
  changeCard(roundId, villageId, (card) => touched(card, itemId, { photos }, typedAt()))
  sendSoon()
}

/** Items with two values; `wants` tells which one the person means. */
export function chooseWhereAsked({ roundId, villageId }: Place, wants: (itemId: string) => 'mine' | 'other'): string[] {
  const asked = Object.entries(cardOf(roundId, villageId).marks).filter(([, { other }]) => other !== null)
  for (const [itemId] of asked) {
    changeCard(roundId, villageId, (card) => chosen(card, itemId, wants(itemId), typedAt()))
    sendNow()
  }
  return asked.map(([itemId]) => itemId)
}

/** False: the page would not let them, for want of a mark, a reason or a choice. Nothing to do where it is done. */
export async function submit({ roundId, villageId }: Place): Promise<boolean> {
  const stop = keptToday(roundId)?.stops.find(({ village }) => village.id === villageId)
  const card = cardOf(roundId, villageId)
  if (!stop) return false
  const { missing, noteless, conflicts } = standingOfCard(stop, card)
  if (missing.length + noteless.length + conflicts.length > 0) return false
  if (lastSubmission(card) && !isChangedSinceSubmission(card)) return true
  const seen = Object.fromEntries(
    stop.items.map(({ id }) => {
      const { mark, note, photos } = keptMark(card, id)
      return [id, { mark: mark!, note, photos }]
    }),
  )
  await submitCard(roundId, villageId, seen, 60)
  return true
}

/** What counts is what stands on the screen. */
export function isSubmitted({ roundId, villageId }: Place): boolean {
  const card = cardOf(roundId, villageId)
  return lastSubmission(card) !== null && !isChangedSinceSubmission(card)
}

type Words = { text: string; photo: boolean }

export async function recordFinding({ roundId, villageId }: Place, { text, photo }: Words): Promise<void> {
  const id = await newRecordId()
  keepRecord({ kind: 'finding', id, roundId, villageId, category: 'facility', text, photos: await photographed(photo) })
}

export async function recordHighlight({ roundId, villageId }: Place, { text, photo }: Words): Promise<void> {
  const id = await newRecordId()
  keepRecord({ kind: 'highlight', id, roundId, villageId, itemId: null, text, photos: await photographed(photo) })
}

export async function deduct(
  { roundId, villageId }: Place,
  { text, photo }: Words,
  itemId: string,
  occurrences: number,
): Promise<void> {
  const id = await newRecordId()
  const photos = await photographed(photo)
  keepRecord({ kind: 'deduction', id, roundId, villageId, itemId, occurrences, text, photos })
}

/** The finding that was recorded with these words, said better. */
export function rewordFinding({ roundId, villageId }: Place, from: string, text: string): void {
  const kept = recordsOf(roundId, villageId).find((record) => record.kind === 'finding' && record.text === from)
  if (!kept) return
  const { id, category, photos } = kept
  keepRecord({ kind: 'finding', id, roundId, villageId, category: category!, text, photos })
}

/** Every deduction that the day shows as waiting for this person's confirmation. */
export async function confirmWhatWaits({ roundId }: Pick<Place, 'roundId'>): Promise<void> {
  const waiting = keptToday(roundId)?.deductions.filter(({ may }) => may.confirm) ?? []
  for (const { id, villageId } of waiting) await confirmDeduction(roundId, villageId, id)
}

/** All that the person could see of a village, in words: after a kill it must be the same. */
export function shown({ roundId, villageId }: Place): string {
  const { marks, submitted, late, submitting, refused } = cardOf(roundId, villageId)
  const arrival = arrivalsOf(roundId)[villageId] ?? null
  const waiting = waitingItems().map(({ action, count }) => `${action} ${count}`)
  const records = recordsOf(roundId, villageId)
  return JSON.stringify({ marks, submitted, late, submitting, refused, arrival, records, waiting: waiting.sort() })
}

async function photographed(photo: boolean): Promise<{ id: string; ring: null }[]> {
  const id = photo ? await takePhoto() : null
  return id === null ? [] : [{ id, ring: null }]
}

export { cardOf, phoneHealth, sendNow, waitingItems }
