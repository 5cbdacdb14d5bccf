import { type ErrorCode, type ErrorDetails, failure } from '../../src/contract/errors'
import { whyNotScore } from '../../src/domain/recusal'
import type { MemberDoc, RoundDoc } from './documents'

/** Refuses who may not score this village: by the rule, in the catalogue's codes. */
export function refuseUnlessMayScore(
  { memberId }: Pick<MemberDoc, 'memberId'>,
  villageId: string,
  round: RoundDoc,
): void {
  refuseBy(whyNotScore(memberId, villageId, round), round)
}

/** A rule's answer as the refusal it is; undefined: none. */
export function refuseBy(why: Why | undefined, round: RoundDoc): void {
  if (why) throw failure(why.code, why.code === 'wrongState' ? { ...why.details, state: round.state } : why.details)
}

type Why = { code: ErrorCode; details?: ErrorDetails }
