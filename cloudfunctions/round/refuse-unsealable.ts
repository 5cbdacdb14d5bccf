import { failure } from '../../src/contract/errors'
import { type AppealableDeduction, whyNotSeal } from '../../src/domain/why-not-seal'
import type { RoundDoc } from '../common/documents'

export function refuseUnsealable(round: RoundDoc, deductions: readonly AppealableDeduction[], now: number): void {
  const { appealMinutes } = round.settings
  const why = whyNotSeal(now, { closedAt: round.closedAt!, appealMinutes }, deductions)
  if (why) throw failure(why.code, why.details)
}
