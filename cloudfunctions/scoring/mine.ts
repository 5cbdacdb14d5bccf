import type { In, Out } from '../../src/contract/calls'
import type { SealedCard, scoring } from '../../src/contract/scoring'
import { own } from '../../src/domain/own'
import { arrivalTimes, scorecardOf } from '../common/cards'
import type { ScorecardDoc } from '../common/documents'
import { lateSend } from '../common/late-send'
import type { RoundContext } from '../common/serve'

/**
 * My own cards and arrivals, never another inspector's; after closing my late sends too, and once sealed my cards as
 * they were sealed. Four requests, five after closing, six once sealed.
 */
export async function mine(
  { roundId }: In<typeof scoring.mine>,
  context: RoundContext,
): Promise<Out<typeof scoring.mine>> {
  const { me, round, repos } = context
  const [cards, arrivals, late] = await Promise.all([
    repos.scorecards.ofInspector(roundId, me.memberId),
    repos.arrivals.ofInspector(roundId, me.memberId),
    round.closedAt === null ? [] : repos.late.ofMember(roundId, me.memberId),
  ])
  return {
    cards: cards.map(scorecardOf),
    arrivals: arrivalTimes(arrivals),
    late: late.map(lateSend).sort((a, b) => a.receivedAt - b.receivedAt),
    sealed: await sealedCards(cards, context),
  }
}

/** From the snapshot: what was sealed stands there, whatever became of the stored card. Null before sealing. */
async function sealedCards(cards: readonly ScorecardDoc[], { me, round, repos }: RoundContext) {
  if (!isSealed[round.state] || round.snapshotId === null) return null
  const sealed = await repos.snapshots.cardsOf(round.snapshotId)
  if (!sealed) return null
  const submissions = Object.fromEntries(cards.map(({ villageId, submitted }) => [villageId, submitted]))
  return sealed
    .filter(({ inspectorId }) => inspectorId === me.memberId)
    .map(({ inspectorId: _, villageId, ...sealed }): SealedCard => {
      // The hash covers the marks, so a card of the same hash has the marks that were sealed.
      const submitted = own(submissions, villageId)
      return { villageId, ...sealed, marks: submitted?.hash === sealed.hash ? submitted.marks : {} }
    })
}

const isSealed: Record<RoundContext['round']['state'], boolean> = {
  draft: false,
  ready: false,
  running: false,
  closed: false,
  sealing: false,
  sealed: true,
  announced: true,
  archived: true,
}
