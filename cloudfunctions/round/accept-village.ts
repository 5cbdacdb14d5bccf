/**
 * 缓评的村照常排名: an administrator proposes that a provisional village is ranked all the same; the second person agrees
 * by round.agree. Both times it is looked whether it is provisional, and whether enough people answered there.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { whyNotAccept } from '../../src/domain/accepting'
import { digestOf } from '../../src/domain/digest'
import { villageName } from '../common/deductions'
import type { ProposalDoc, RoundDoc } from '../common/documents'
import { proposalFor } from '../common/proposals'
import type { Repositories } from '../common/repositories'
import { gatheredGroups } from '../common/responses'
import type { AuditLine, RoundContext } from '../common/serve'
import { newProposal, proposed, signed } from './signed'

type Send = CallIn<'round', 'acceptVillage'>

/** Seven requests, the audit's line included. */
export async function acceptVillage(send: Send, context: RoundContext): Promise<CallOut<'round', 'acceptVillage'>> {
  const { me, round, repos } = context
  const { roundId, villageId, sendId, reason } = send
  await refuseUnlessAcceptable(villageId, round, repos)
  const hash = digestOf({ accepts: { roundId, villageId } })
  const about = villageName(round, villageId)
  const proposal = newProposal(sendId, { kind: 'acceptVillage', hash, reason, about, accept: { villageId } }, context)
  const changed = await repos.rounds.change(roundId, ['closed'], (stored) => {
    const proposals = proposed(stored, proposal, ({ accept }) => accept?.villageId === villageId)
    if (proposals && stored.accepted.includes(villageId)) throw failure('wrongState', { state: stored.state })
    return proposals && { proposals }
  })
  return { proposal: proposalFor(me, changed, changed.proposals.find(({ id }) => id === sendId)!) }
}

/** One write: the signature, and the village among those that are ranked all the same. */
export async function agreeToAccepting({ id, accept }: ProposalDoc, context: RoundContext): Promise<RoundDoc> {
  const { round, repos } = context
  const { villageId } = accept!
  await refuseUnlessAcceptable(villageId, round, repos)
  return repos.rounds.change(round._id, ['closed'], (stored) => ({
    proposals: signed(stored, id, context),
    accepted: [...stored.accepted.filter((one) => one !== villageId), villageId],
  }))
}

/** Two requests. */
async function refuseUnlessAcceptable(villageId: string, round: RoundDoc, repos: Repositories): Promise<void> {
  const [groups, cards] = await Promise.all([
    gatheredGroups(round, repos, villageId),
    repos.scorecards.statesOfRound(round._id),
  ])
  const scorecards = cards.filter((card) => card.villageId === villageId && card.submitted).length
  const restored = (round.restored ?? []).filter((one) => one.villageId === villageId)
  const why = whyNotAccept({ villageId, scheme: round.scheme, stops: round.stops, scorecards, groups, restored })
  if (why) throw failure(why.code, { villageId })
}

export function acceptVillageLine({ roundId, villageId, sendId, reason }: Send): AuditLine {
  return { key: sendId, on: roundId, after: { proposed: 'acceptVillage', villageId }, reason }
}
