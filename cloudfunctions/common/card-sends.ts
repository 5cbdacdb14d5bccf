/**
 * What saving and submitting share, in time or admitted late: whose card it is, what its items are, and the send as the
 * rules read it.
 */
import { failure } from '../../src/contract/errors'
import { type CardItem, cardItems } from '../../src/domain/card-check'
import type { Send } from '../../src/domain/mark-changes'
import type { MemberDoc, RoundDoc, ScorecardDoc } from './documents'
import { refuseUnlessMayScore } from './may-score'
import { scorecardId } from './repositories/scorecards'

/** Whose send it is, in which round, and when it reached us. */
export interface Sender {
  me: Pick<MemberDoc, 'memberId' | 'name'>
  round: RoundDoc
  now: number
}

interface CardSend {
  roundId: string
  villageId: string
  sendId: string
  at: number
}

/** The sender's own card of a village, which nobody else's id can name. */
export function ownCardId({ roundId, villageId }: CardSend, { me }: Sender): string {
  return scorecardId(roundId, me.memberId, villageId)
}

/** The items the sender may mark in this village; refused when it is not theirs to mark. */
export function itemsToMark({ villageId }: CardSend, { me, round }: Sender): CardItem[] {
  refuseUnlessMayScore(me, villageId, round)
  return cardItems(round, villageId)
}

export function blankCard({ roundId, villageId }: CardSend, { me, now }: Sender): CardFields {
  return { roundId, villageId, inspectorId: me.memberId, marks: {}, submitted: null, history: [], touchedAt: now }
}
export type CardFields = Omit<ScorecardDoc, '_id' | 'revision'>

/** What every send of a card tells beside its content: when it reached us, and what still waits on that phone. */
export function contact({ waiting }: { waiting: number }, { now }: Sender): Pick<CardFields, 'touchedAt' | 'waiting'> {
  return { touchedAt: now, waiting: { count: waiting, at: now } }
}

/** The phone's time, as far as it can be true. */
export function typedAt({ at }: { at: number }, { now }: Sender): number {
  return Math.min(at, now)
}

/** One phone's send as the rules read it. */
export function asSent(send: CardSend & { phone: string; device: string }, sender: Sender): Send {
  const { sendId, phone, device } = send
  return { sendId, phone, device, at: typedAt(send, sender), clock: send.at }
}

/** Refuses at the first mark that the card cannot hold: nothing of the send is written then. */
export function refuse(path: string, problem: string | undefined): void {
  if (problem !== undefined) throw failure('invalid', { path, problem })
}
