import { failure } from '../../src/contract/errors'
import { whyNotScore } from '../../src/domain/recusal'
import type { MemberDoc, RoundDoc } from '../common/documents'

/** Refuses who may not score this village: by the rule, in the catalogue's codes. */
export function refuseUnlessMayScore({ memberId }: MemberDoc, villageId: string, round: RoundDoc): void {
  const why = whyNotScore(memberId, villageId, round)
  if (why) throw failure(why.code, why.code === 'wrongState' ? { ...why.details, state: round.state } : why.details)
}
