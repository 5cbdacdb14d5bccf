import type { Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { applyConfirmation, type ConfirmSend, named, refuseUnlessMayConfirm } from '../common/apply-deduction'
import type { RoundContext } from '../common/serve'
import { keepAsLate } from './keep-as-late'

type Confirmed = Out<typeof scoring.confirmDeduction>

/**
 * 确认扣分: the second inspector. It carries the server's time, not the phone's: the village's time to appeal begins when
 * it can hear of it.
 */
export async function confirmDeduction(send: ConfirmSend, context: RoundContext): Promise<Confirmed> {
  if (context.round.state === 'closed') return confirmLate(send, context)
  const { confirmedAt } = await applyConfirmation(send, context, context.now, context.repos)
  return { confirmedAt, late: false }
}

/** What had been confirmed before closing, its answer lost, is no late work. */
async function confirmLate(send: ConfirmSend, context: RoundContext): Promise<Confirmed> {
  const deduction = named(await context.repos.deductions.byId(send.deductionId), send)
  if (deduction.confirmer === context.me.memberId) return { confirmedAt: deduction.confirmedAt, late: false }
  refuseUnlessMayConfirm(deduction, context)
  // Pressed again, by a phone that does not know it has been sent: the same confirmation.
  await keepAsLate('confirmDeduction', send, context, `confirm:${context.me.memberId}:${send.deductionId}`)
  return { confirmedAt: null, late: true }
}
