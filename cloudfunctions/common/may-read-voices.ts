import { isRecused } from '../../src/domain/recusal'
import type { MemberDoc, RoundDoc } from './documents'
import { seatOf } from './seat'
import { holds } from './serve'

/** 村民的话 of a village are for administrators and for those of the panel whom nothing ties to it. */
export function mayReadVoices(me: MemberDoc, villageId: string, round: RoundDoc): boolean {
  if (holds(me, 'administrator', round)) return true
  const seat = seatOf(me, round)
  return seat !== null && !isRecused(seat, villageId)
}
