/**
 * Restoring, agreed to. The round names it first, with the proposal's signature, in one write; then the answers follow,
 * the same when done twice. Killed in between, agreeing again by the same person goes on, and so does sealing before it
 * reads an answer: what two persons decided cannot get lost half-way.
 */
import type { ProposalDoc, RoundDoc } from '../common/documents'
import { restoreAgreed } from '../common/restore-agreed'
import type { RoundContext } from '../common/serve'
import { isSame, refuseTooFew } from './restore'
import { signed } from './signed'

export async function agreeToRestoring(proposal: ProposalDoc, context: RoundContext): Promise<RoundDoc> {
  const { round, repos } = context
  const restoring = proposal.restore!
  // Within the seconds after closing an answer on its way may still have replaced another.
  await refuseTooFew(restoring, round, repos)
  const agreed = await repos.rounds.change(round._id, ['closed'], (stored) => {
    const proposals = signed(stored, proposal.id, context)
    const others = (stored.restored ?? []).filter((one) => !isSame(one, restoring))
    return { proposals, restored: [...others, { ...restoring, proposalId: proposal.id }] }
  })
  await restoreAgreed(agreed, repos)
  return agreed
}
