/** 扣分 as it is proposed and confirmed, in time or admitted late. */
import type { In } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { confirmed, unconfirmed, whyNotConfirm, whyNotDeduct } from '../../src/domain/deduction-life'
import { type Sender, typedAt } from './card-sends'
import type { DeductionDoc } from './documents'
import { refuseBy } from './may-score'
import type { Repositories } from './repositories'

export type DeductSend = In<typeof scoring.deduct>
export type ConfirmSend = In<typeof scoring.confirmDeduction>

/** Under the same id it is the same proposal, and stays as it is. Two requests. */
export async function applyDeduct(send: DeductSend, sender: Sender, repos: Repositories): Promise<void> {
  await repos.deductions.change(send.deductionId, (stored) => {
    if (isThis(stored, send, sender)) return null
    refuseUnlessMayDeduct(send, sender)
    return proposed(send, sender)
  })
}

export function refuseUnlessMayDeduct(send: DeductSend, { me, round }: Sender): void {
  refuseBy(whyNotDeduct(me.memberId, send, round), round)
}

/** Whether this very proposal is stored already; refused where its id is another's, or says something else. */
export function isThis(stored: DeductionDoc | null, send: DeductSend, { me }: Sender): boolean {
  if (!stored) return false
  if (stored.proposer !== me.memberId || contentOf(stored) !== contentOf(send)) throw failure('changed')
  return true
}

/** The second inspector, once. `at`: when the village can hear of it. Two requests. */
export async function applyConfirmation(
  send: ConfirmSend,
  sender: Sender,
  at: number,
  repos: Repositories,
): Promise<DeductionDoc> {
  const stands = await repos.deductions.change(send.deductionId, (stored) => {
    const deduction = named(stored, send)
    if (deduction.confirmer === sender.me.memberId) return null
    refuseUnlessMayConfirm(deduction, sender)
    return confirmed(deduction, sender.me, at)
  })
  return stands!
}

export function named(stored: DeductionDoc | null, { roundId, villageId }: ConfirmSend): DeductionDoc {
  if (stored?.roundId !== roundId || stored.villageId !== villageId) throw failure('notFound')
  return stored
}

export function refuseUnlessMayConfirm(deduction: DeductionDoc, { me, round }: Sender): void {
  refuseBy(whyNotConfirm(me.memberId, deduction, round), round)
}

type Content = Pick<DeductSend, 'roundId' | 'villageId' | 'itemId' | 'occurrences' | 'text' | 'photos'>

function contentOf({ roundId, villageId, itemId, occurrences, text, photos }: Content): string {
  return JSON.stringify([roundId, villageId, itemId, occurrences, text, photos])
}

function proposed(send: DeductSend, sender: Sender): Omit<DeductionDoc, '_id' | 'revision'> {
  const { roundId, villageId, itemId, occurrences, text, photos, deductionId } = send
  return {
    id: deductionId,
    roundId,
    villageId,
    itemId,
    occurrences,
    text,
    photos,
    proposer: sender.me.memberId,
    proposerName: sender.me.name,
    proposedAt: typedAt(send, sender),
    findingId: null,
    ...unconfirmed,
  }
}
