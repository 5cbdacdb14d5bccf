import type { In, Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { refuseUnlessMayScore } from '../common/may-score'
import { arrivalId } from '../common/repositories/arrivals'
import type { RoundContext } from '../common/serve'

/** 到点: the first confirmation stands, a second is the same fact. Typed offline, it carries the phone's time. */
export async function arrive(
  send: In<typeof scoring.arrive>,
  { me, round, repos, now }: RoundContext,
): Promise<Out<typeof scoring.arrive>> {
  const { roundId, villageId } = send
  refuseUnlessMayScore(me, villageId, round)
  const id = arrivalId(roundId, me.memberId, villageId)
  const former = await repos.arrivals.byId(id)
  if (former) return { confirmedAt: former.confirmedAt, late: false }

  const confirmedAt = Math.min(send.at, now)
  if (round.state === 'closed') {
    const kept = { _id: `arrive:${id}`, action: 'arrive', payload: send, at: confirmedAt } as const
    await repos.late.keep({ ...kept, roundId, villageId, memberId: me.memberId, receivedAt: now, state: 'waiting' })
    return { confirmedAt, late: true }
  }
  const isFirst = await repos.arrivals.confirm({ _id: id, roundId, villageId, inspectorId: me.memberId, confirmedAt })
  if (isFirst) return { confirmedAt, late: false }
  // The same send twice at once: the other one was faster.
  return { confirmedAt: (await repos.arrivals.byId(id))!.confirmedAt, late: false }
}
