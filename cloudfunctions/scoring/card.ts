/** What saving and submitting share: whose card it is, what its items are, and what a late send is kept as. */
import { failure } from '../../src/contract/errors'
import { type CardItem, cardItems } from '../../src/domain/card-check'
import type { Send } from '../../src/domain/mark-changes'
import type { LateDoc, ScorecardDoc } from '../common/documents'
import { scorecardId } from '../common/repositories/scorecards'
import type { RoundContext } from '../common/serve'
import { refuseUnlessMayScore } from './may-score'

interface CardSend {
  roundId: string
  villageId: string
  sendId: string
  at: number
}

/** The caller's own card of a village, which nobody else's id can name. */
export function ownCardId({ roundId, villageId }: CardSend, { me }: RoundContext): string {
  return scorecardId(roundId, me.memberId, villageId)
}

/** The items the caller may mark in this village; refused when it is not theirs to mark. */
export function itemsToMark({ villageId }: CardSend, { me, round }: RoundContext): CardItem[] {
  refuseUnlessMayScore(me, villageId, round)
  return cardItems(round, villageId)
}

export function blankCard({ roundId, villageId }: CardSend, { me, now }: RoundContext): Fields {
  return { roundId, villageId, inspectorId: me.memberId, marks: {}, submitted: null, history: [], touchedAt: now }
}
type Fields = Omit<ScorecardDoc, '_id' | 'revision'>

/** What every send of a card tells beside its content: when it reached us, and what still waits on that phone. */
export function contact({ waiting }: { waiting: number }, { now }: RoundContext): Contact {
  return { touchedAt: now, waiting: { count: waiting, at: now } }
}
type Contact = Pick<Fields, 'touchedAt' | 'waiting'>

/** The phone's time, as far as it can be true. */
export function typedAt({ at }: CardSend, { now }: RoundContext): number {
  return Math.min(at, now)
}

/** One phone's send as the rules read it. */
export function asSent(send: CardSend & { phone: string; device: string }, context: RoundContext): Send {
  const { sendId, phone, device } = send
  return { sendId, phone, device, at: typedAt(send, context), clock: send.at }
}

/** After closing: kept with the phone's time, and counts only if two persons admit it. `id`: where the act itself is one, whichever send brings it. */
export async function keepAsLate(
  action: Exclude<LateDoc['action'], 'arrive'>,
  send: CardSend,
  context: RoundContext,
  id = send.sendId,
): Promise<void> {
  const { roundId, villageId } = send
  await context.repos.late.keep({
    _id: id,
    roundId,
    memberId: context.me.memberId,
    villageId,
    action,
    payload: send,
    at: typedAt(send, context),
    receivedAt: context.now,
    state: 'waiting',
  })
}

/** Refuses at the first mark that the card cannot hold: nothing of the send is written then. */
export function refuse(path: string, problem: string | undefined): void {
  if (problem !== undefined) throw failure('invalid', { path, problem })
}
