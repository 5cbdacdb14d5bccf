import { isRecused } from '../../src/domain/recusal'
import type { MemberDoc, RoundDoc } from './documents'
import { holds } from './serve'

/** 村民的话 of a village are for administrators and for those of the panel whom nothing ties to it. */
export function mayReadVoices(me: MemberDoc, villageId: string, round: RoundDoc): boolean {
  if (holds(me, 'administrator', round)) return true
  const seat = round.panel.find(({ id }) => id === me.memberId)
  return seat !== undefined && !isRecused(seat, villageId)
}
