import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { confirmed, whyNotConfirm } from '../../src/domain/deduction-life'
import type { DeductionDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'
import { keepAsLate } from './card'
import { refuseBy } from './may-score'

type Send = In<typeof scoring.confirmDeduction>
type Confirmed = Out<typeof scoring.confirmDeduction>

/**
 * 确认扣分: the second inspector. It carries the server's time, not the phone's: the village's time to appeal begins when
 * it can hear of it.
 */
export async function confirmDeduction(send: Send, context: RoundContext): Promise<Confirmed> {
  if (context.round.state === 'closed') return confirmLate(send, context)
  const { me, now, repos } = context
  const stands = await repos.deductions.change(send.deductionId, (stored) => {
    const deduction = named(stored, send)
    if (deduction.confirmer === me.memberId) return null
    refuseUnlessMayConfirm(deduction, context)
    return confirmed(deduction, me, now)
  })
  return { confirmedAt: stands!.confirmedAt, late: false }
}

/** What had been confirmed before closing, its answer lost, is no late work. */
async function confirmLate(send: Send, context: RoundContext): Promise<Confirmed> {
  const deduction = named(await context.repos.deductions.byId(send.deductionId), send)
  if (deduction.confirmer === context.me.memberId) return { confirmedAt: deduction.confirmedAt, late: false }
  refuseUnlessMayConfirm(deduction, context)
  // Pressed again, by a phone that does not know it has been sent: the same confirmation.
  await keepAsLate('confirmDeduction', send, context, `confirm:${context.me.memberId}:${send.deductionId}`)
  return { confirmedAt: null, late: true }
}

function named(stored: DeductionDoc | null, { roundId, villageId }: Send): DeductionDoc {
  if (stored?.roundId !== roundId || stored.villageId !== villageId) throw failure('notFound')
  return stored
}

function refuseUnlessMayConfirm(deduction: DeductionDoc, { me, round }: RoundContext): void {
  refuseBy(whyNotConfirm(me.memberId, deduction, round), round)
}
