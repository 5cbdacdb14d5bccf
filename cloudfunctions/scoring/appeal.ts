import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { appealed, whyNotAppeal } from '../../src/domain/deduction-life'
import { deductionFor } from '../common/deductions'
import { refuseBy } from '../common/may-score'
import type { RoundContext } from '../common/serve'

/** 申诉: an officer of the village says why not, within its time. The same send again answers with what became of it. */
export async function appeal(
  { roundId, deductionId, sendId, reason }: In<typeof scoring.appeal>,
  { me, round, now, repos }: RoundContext,
): Promise<Out<typeof scoring.appeal>> {
  const stands = await repos.deductions.change(deductionId, (stored) => {
    if (stored?.roundId !== roundId) throw failure('notFound')
    if (stored.appeal?.sendId === sendId && stored.appeal.by === me.memberId) return null
    refuseBy(whyNotAppeal(me.roles, stored, round, now), round)
    return appealed(stored, { reason, by: me.memberId, byName: me.name, at: now, sendId })
  })
  return { deduction: deductionFor(me, round, stands!, { now }) }
}
