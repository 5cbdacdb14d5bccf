import type { In, Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { arrivalTimes, scorecardOf } from '../common/cards'
import type { RoundContext } from '../common/serve'

/** My own cards and arrivals, never another inspector's. */
export async function mine(
  { roundId }: In<typeof scoring.mine>,
  { me, repos }: RoundContext,
): Promise<Out<typeof scoring.mine>> {
  const [cards, arrivals] = await Promise.all([
    repos.scorecards.ofInspector(roundId, me.memberId),
    repos.arrivals.ofInspector(roundId, me.memberId),
  ])
  return { cards: cards.map(scorecardOf), arrivals: arrivalTimes(arrivals) }
}
