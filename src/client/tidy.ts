/** What this phone keeps of each round, and how it leaves: what is over the server has, what is gone nobody wants; storage is small. */
import type { RoundState } from '../contract/parts'
import { forget, keptKeys } from './kept-values'
import { items } from './outbox/store'
import { forgetRecord, storedRecords } from './record-store'
import type { MyRound } from './rounds'
import { forgetCard, storedCards } from './scorecard-store'

/** As many as one may want to look at again. */
const KEPT_ROUNDS = 2
const OVER: readonly RoundState[] = ['sealed', 'announced', 'archived']
const PER_ROUND = [
  'day',
  'arrivals',
  'onsite',
  'open',
  'seen-changes',
  'seen-warnings',
  'form/record',
  'form/deduct',
  'reveal',
]

/** `rounds`: as the server tells them, newest first. Answers which left. */
export function tidyRounds(rounds: readonly MyRound[]): string[] {
  const leaving = rounds
    .slice(KEPT_ROUNDS)
    .filter(({ id, state }) => OVER.includes(state) && !waitsFor(id))
    .map(({ id }) => id)
  for (const roundId of leaving) forgetRound(roundId)
  return leaving
}

/** All but what is on its way and the photos, whatever waits. */
export function forgetRound(roundId: string): void {
  for (const card of storedCards()) if (card.roundId === roundId) forgetCard(card)
  for (const record of storedRecords()) if (record.roundId === roundId) forgetRecord(record)
  for (const prefix of PER_ROUND) {
    for (const key of keptKeys(`${prefix}/${roundId}`)) {
      if (key === `${prefix}/${roundId}` || key.startsWith(`${prefix}/${roundId}/`)) forget(key)
    }
  }
}

/** The ids of rounds of which this phone keeps anything. */
export function keptRounds(): string[] {
  const named = [...items().map(({ payload }) => payload), ...storedCards(), ...storedRecords()]
  const keys = PER_ROUND.flatMap((prefix) =>
    keptKeys(`${prefix}/`).map((key) => key.slice(prefix.length + 1).split('/')[0]!),
  )
  return [...new Set([...named.map(({ roundId }) => roundId), ...keys])]
}

function waitsFor(roundId: string): boolean {
  return (
    items().some(({ payload }) => payload.roundId === roundId) ||
    storedCards().some((card) => card.roundId === roundId && Object.values(card.marks).some(({ waits }) => waits)) ||
    storedRecords().some((record) => record.roundId === roundId && record.sentVersion < record.version)
  )
}
