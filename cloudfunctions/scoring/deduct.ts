import type { Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { applyDeduct, type DeductSend, isThis, refuseUnlessMayDeduct } from '../common/apply-deduction'
import type { RoundContext } from '../common/serve'
import { keepAsLate } from './keep-as-late'

/** 提出扣分: it waits for a second inspector. Under the same id it is the same proposal, and stays as it is. */
export async function deduct(send: DeductSend, context: RoundContext): Promise<Out<typeof scoring.deduct>> {
  if (context.round.state === 'closed') return deductLate(send, context)
  await applyDeduct(send, context, context.repos)
  return { kept: true, late: false }
}

/** What had been kept before closing, its answer lost, is no late work. */
async function deductLate(send: DeductSend, context: RoundContext): Promise<Out<typeof scoring.deduct>> {
  if (isThis(await context.repos.deductions.byId(send.deductionId), send, context)) return { kept: true, late: false }
  refuseUnlessMayDeduct(send, context)
  await keepAsLate('deduct', send, context)
  return { kept: true, late: true }
}
