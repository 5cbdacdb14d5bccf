/** What waits on this phone, as it is shown and told: sends on their way, and what is not yet made into one. */
import { whileNothingIsNew } from '../kept-changes'
import { photoOwners, storedPhotos } from '../photo-store'
import { storedRecords } from '../record-store'
import { storedCards } from '../scorecard-store'
import { arrivalsThatWait } from '../today'
import { marksInNoSend } from './freeze'
import { type Action, cardLane, type Item, type Refused, recordIdOf } from './item'
import { itemById, items } from './store'

export type WaitingItem = {
  id: string
  action: Action
  roundId: string
  villageId: string
  /** Marks in it, else 1. */
  count: number
  since: number
  tries: number
  state: 'waiting' | 'sending' | 'unknown' | 'refused'
  refused: Refused | null
  imported: boolean
}

/** The oldest first. */
export function waitingList(isUnderWay: (id: string) => boolean): WaitingItem[] {
  const sends = items().map((item) => asShown(item, isUnderWay(item.id)))
  return [...sends, ...notYetSends()].sort((a, b) => a.since - b.since)
}

/** Each mark, each other thing. Asked by every page at every touch. */
export const waitingThings = whileNothingIsNew(() =>
  [...items().map(countOf), ...notYetSends().map(({ count }) => count)].reduce((sum, count) => sum + count, 0),
)

export function countOf(item: Item): number {
  return item.action === 'saveMarks' ? item.payload.changes.length : 1
}

function asShown(item: Item, isUnderWay: boolean): WaitingItem {
  const { id, action, payload, since, tries, refused, imported } = item
  const { roundId, villageId } = payload
  const state = isUnderWay ? 'sending' : refused ? 'refused' : tries > 0 ? 'unknown' : 'waiting'
  return { id, action, roundId, villageId, count: countOf(item), since, tries, state, refused, imported }
}

function notYetSends(): WaitingItem[] {
  return [...arrivals(), ...marks(), ...records(), ...photos()]
}

type Waiting = Pick<WaitingItem, 'id' | 'action' | 'roundId' | 'villageId' | 'since'> & { count?: number }

function notYetSend({ id, action, roundId, villageId, since, count = 1 }: Waiting): WaitingItem {
  const not = { tries: 0, state: 'waiting', refused: null, imported: false } as const
  return { id, action, roundId, villageId, since, count, ...not }
}

function arrivals(): WaitingItem[] {
  return arrivalsThatWait()
    .map(({ roundId, villageId, arrival }) => ({ id: `arrive/${roundId}/${villageId}`, roundId, villageId, arrival }))
    .filter(({ id }) => !itemById(id))
    .map(({ arrival, ...rest }) => notYetSend({ ...rest, action: 'arrive', since: arrival.at }))
}

function marks(): WaitingItem[] {
  return storedCards().flatMap((card) => {
    const count = marksInNoSend(card)
    if (count === 0) return []
    const since = Math.min(...Object.values(card.marks).flatMap(({ waits, at }) => (waits ? [at] : [])))
    const { roundId, villageId } = card
    return [notYetSend({ id: cardLane(roundId, villageId), action: 'saveMarks', roundId, villageId, since, count })]
  })
}

const SENT_BY = { finding: 'finding', highlight: 'highlight', deduction: 'deduct' } as const

function records(): WaitingItem[] {
  const sent = new Set(items().map(recordIdOf))
  return storedRecords()
    .filter(({ id, version, sentVersion }) => sentVersion < version && !sent.has(id))
    .map(({ id, kind, roundId, villageId, at }) => {
      return notYetSend({ id, action: SENT_BY[kind], roundId, villageId, since: at })
    })
}

/** A photo that nothing names yet waits for nobody but its form. */
function photos(): WaitingItem[] {
  const waiting = storedPhotos().filter(({ id, state }) => state === 'kept' && !itemById(id))
  if (waiting.length === 0) return []
  const owners = photoOwners()
  return waiting.flatMap(({ id, at }) => {
    const owner = owners.get(id)
    return owner ? [notYetSend({ id, action: 'photo', ...owner, since: at })] : []
  })
}
