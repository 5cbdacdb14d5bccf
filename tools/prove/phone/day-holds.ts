/** What must hold when the day is over, whatever the weather was. Every sentence names what it found otherwise. */
import type { CallIn, CallOut } from '../../../src/contract'
import { differs, type PastChange, type SeenMark } from '../../../src/domain/mark-changes'
import { holds } from '../proof'
import type { FinalState, Stored } from './final-state'
import type { Delivery } from './network'
import type { Driven } from './schedule'
import type { Script } from './script'
import type { SmallRound } from './small-round'

/** Everything a function answered is in the history once: written or as the loser. Nothing stands there twice. */
export function holdsInHistory(
  { deliveries }: { deliveries: readonly Pick<Delivery, 'action' | 'payload' | 'answer'>[] },
  { scorecards }: Stored,
): void {
  const past = scorecards.flatMap(({ villageId, inspectorId, history }) =>
    history.map((entry) => ({ ...entry, card: `${villageId} ${inspectorId}` })),
  )
  const seen = new Map<string, PastChange>()
  for (const entry of past) {
    const key = keyOf(entry.sendId, entry.itemId)
    holds(!seen.has(key), `${entry.itemId} of one send stands twice in the history of ${entry.card}`)
    seen.set(key, entry)
  }
  const agreed = new Set<string>()
  for (const { action, payload, answer } of deliveries) {
    if (action !== 'saveMarks') continue
    const { sendId, changes } = payload as CallIn<'scoring', 'saveMarks'>
    if (!answer.ok) {
      // It may have written and not said so: then what it agreed with stands in the history.
      for (const change of changes)
        if (past.some((entry) => isWritten(entry, change))) agreed.add(keyOf(sendId, change.itemId))
      continue
    }
    const { saved, conflicts, late } = answer.data as CallOut<'scoring', 'saveMarks'>
    if (late) continue
    for (const change of changes) {
      const { itemId, mark } = change
      const key = keyOf(sendId, itemId)
      const said = saved[itemId] ?? conflicts[itemId]
      const entry = seen.get(key)
      holds(said !== undefined, `nothing was said of ${itemId}`)
      if (entry) {
        holds(!differs(entry, change), `${itemId} stands otherwise in the history than it was sent`)
        holds(conflicts[itemId] === undefined || entry.lost, `${itemId} was written and answered as a conflict`)
        continue
      }
      // Both phones had come to the same, as the first answer said; perhaps somebody went on from it since.
      if (!differs(said!, change)) agreed.add(key)
      holds(agreed.has(key), `${itemId} = ${mark} was sent, does not stand and is in no history`)
    }
  }
}

function isWritten(entry: PastChange, change: SeenMark & { itemId: string }): boolean {
  return !entry.lost && entry.itemId === change.itemId && !differs(entry, change)
}

/** What the phones show is what the server has, and nothing waits on any of them. */
export function holdsOnPhones(
  { phones }: Driven,
  { scorecards }: Stored,
  { roundId, villageIds, inspectors }: SmallRound,
): void {
  for (const [name, { app }] of phones) {
    const inspectorId = inspectors[name === 'colleague' ? 1 : 0]
    holds(!app.phoneHealth().full, `${name}: something is only in memory in the evening`)
    for (const villageId of villageIds) {
      const shown = app.cardOf(roundId, villageId)
      const card = scorecards.find((one) => one.villageId === villageId && one.inspectorId === inspectorId)
      for (const [itemId, stored] of Object.entries(card?.marks ?? {})) {
        const mark = shown.marks[itemId]
        holds(mark !== undefined, `${name}: ${itemId} is on the server and not on the phone`)
        holds(!mark!.waits && mark!.other === null, `${name}: ${itemId} still waits`)
        holds(
          !differs(mark!, stored),
          `${name} shows ${itemId} = ${mark!.mark}, on the server stands ${stored.mark} (revision ${stored.revision}, the phone knows ${mark!.base})`,
        )
      }
      holds(
        sameMarks(shown.submitted?.marks, card?.submitted?.marks),
        `${name} shows ${JSON.stringify(shown.submitted)} as submitted in ${villageId}, what counts is ${JSON.stringify(card?.submitted)}`,
      )
    }
  }
}

/** The last that was typed on the phone on which the person means it, and so it was submitted. */
export function holdsAsMeant(script: Script, { scorecards }: Stored, { inspectors }: SmallRound): void {
  for (const card of scorecards.filter(({ inspectorId }) => inspectorId === inspectors[0])) {
    for (const [itemId, stored] of Object.entries(card.marks)) {
      const typed = lastTyped(script, card.villageId, itemId)
      holds(
        stored.mark === typed.mark && stored.note === typed.note,
        `${itemId}: ${JSON.stringify(typed)} was meant, ${stored.mark} ${stored.note} stands`,
      )
      holds(card.submitted?.marks[itemId] === typed.mark, `${itemId}: ${typed.mark} was meant, not submitted`)
    }
  }
}

/** The same as without any trouble, part by part. */
export function holdsAsWithout(trouble: FinalState, without: FinalState, parts: readonly (keyof FinalState)[]): void {
  for (const part of parts) {
    const [is, should] = [JSON.stringify(trouble[part]), JSON.stringify(without[part])]
    holds(is === should, `${part} are\n    ${is}\n  and without any trouble\n    ${should}`)
  }
}

/** A round that was closed meanwhile: what a phone says was taken is on the card or among the late work, and once. */
export function holdsLate(
  script: Script,
  { phones, deliveries }: Driven,
  stored: Stored,
  { roundId, villageIds, inspectors, itemsOf }: SmallRound,
): void {
  const mine = inspectors[0]
  for (const villageId of villageIds) {
    const card = stored.scorecards.find((one) => one.villageId === villageId && one.inspectorId === mine)
    const late = stored.late.filter((one) => one.villageId === villageId && one.memberId === mine)
    for (const { id } of itemsOf(villageId)) {
      const shown = phones.get(script.meant(villageId, id))!.app.cardOf(roundId, villageId).marks[id]
      if (!shown) continue
      const places = [card?.marks[id], ...late.map(({ payload }) => markIn(payload, id))]
      holds(
        places.some((place) => place && !differs(place, shown)),
        `${id} = ${shown.mark} is on the phone, neither on the card nor among the late work`,
      )
    }
    const written = new Set(
      card?.history.filter(({ lost }) => !lost).map(({ sendId, itemId }) => keyOf(sendId, itemId)),
    )
    for (const { _id, action, payload } of late) {
      if (action !== 'saveMarks') continue
      const { changes } = payload as CallIn<'scoring', 'saveMarks'>
      holds(
        !changes.every(({ itemId }) => written.has(keyOf(_id, itemId))),
        `a send that was saved before closing is kept as late work`,
      )
    }
  }
  const proposed = [...stored.deductions.map(({ _id }) => _id), ...stored.late.flatMap(lateDeduction)]
  holds(new Set(proposed).size === proposed.length, 'a deduction is there and among the late work too')
  for (const id of answeredDeductions(deliveries))
    holds(proposed.includes(id), `a deduction was answered as kept and is nowhere`)
}

function lateDeduction({ action, payload }: Stored['late'][number]): string[] {
  return action === 'deduct' ? [(payload as CallIn<'scoring', 'deduct'>).deductionId] : []
}

function answeredDeductions(deliveries: readonly Delivery[]): string[] {
  return deliveries
    .filter(({ action, answer }) => action === 'deduct' && answer.ok)
    .map(({ payload }) => (payload as CallIn<'scoring', 'deduct'>).deductionId)
}

function markIn(payload: unknown, itemId: string): SeenMark | undefined {
  const { changes, marks } = payload as Partial<CallIn<'scoring', 'saveMarks'> & CallIn<'scoring', 'submit'>>
  return changes?.find((change) => change.itemId === itemId) ?? marks?.[itemId]
}

function lastTyped({ deeds, meant }: Script, villageId: string, itemId: string): { mark: number | null; note: string } {
  const typed: { mark: number | null; note: string } = { mark: null, note: '' }
  for (const { phone, villageId: where, what } of deeds) {
    if (where !== villageId || !('itemId' in what) || what.itemId !== itemId) continue
    if (phone !== meant(villageId, itemId)) continue
    if (what.kind === 'mark') typed.mark = what.mark
    if (what.kind === 'note') typed.note = what.text
  }
  return typed
}

function keyOf(sendId: string, itemId: string): string {
  return `${sendId} ${itemId}`
}

function sameMarks(a: Record<string, number> | undefined, b: Record<string, number> | undefined): boolean {
  const inOrder = (marks: Record<string, number> = {}) => JSON.stringify(Object.entries(marks).sort())
  return inOrder(a) === inOrder(b)
}
