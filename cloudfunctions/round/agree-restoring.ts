/**
 * Restoring, agreed to. The round names it first, with the proposal's signature, in one write; then the answers follow,
 * the same when done twice. Killed in between, agreeing again by the same person goes on, and so does sealing before it
 * reads an answer: what two persons decided cannot get lost half-way.
 */
import { failure } from '../../src/contract/errors'
import type { ProposalDoc, RoundDoc } from '../common/documents'
import type { Repositories } from '../common/repositories'
import type { RoundContext } from '../common/serve'
import { isSame, refuseTooFew } from './restore'

export async function agreeToRestoring(proposal: ProposalDoc, context: RoundContext): Promise<RoundDoc> {
  const { me, round, now, repos } = context
  const restoring = proposal.restore!
  // Within the seconds after closing an answer on its way may still have replaced another.
  await refuseTooFew(restoring, round, repos)
  const signed = await repos.rounds.change(round._id, ['closed'], ({ proposals, restored = [], state }) => {
    const standing = proposals.find(({ id }) => id === proposal.id)
    if (!standing) throw failure('notFound')
    if (standing.agreedBy !== null) throw failure('wrongState', { state, agreedByName: standing.agreedByName })
    const others = restored.filter((one) => !isSame(one, restoring))
    return {
      proposals: proposals.map((one) =>
        one === standing ? { ...standing, agreedBy: me.memberId, agreedByName: me.name, agreedAt: now } : one,
      ),
      restored: [...others, { ...restoring, proposalId: proposal.id }],
    }
  })
  await restoreAgreed(signed, repos)
  return signed
}

/** All that two persons restored in this round: two requests each. */
export async function restoreAgreed({ _id, scheme, restored = [] }: RoundDoc, repos: Repositories): Promise<void> {
  for (const restoring of restored) await repos.answers.restore(_id, restoring, scheme.survey.scoredChannels)
}
