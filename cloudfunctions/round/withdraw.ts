import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundDoc } from '../common/documents'
import type { Repositories } from '../common/repositories'
import type { RoundContext } from '../common/serve'

/** 撤回提请: only its proposer, and only while nobody has agreed. */
export async function withdraw(
  { roundId, proposalId }: CallIn<'round', 'withdraw'>,
  { me, round, repos }: RoundContext,
): Promise<CallOut<'round', 'withdraw'>> {
  await refuseDecided(proposalId, round, repos)
  await repos.rounds.change(roundId, [round.state], (stored) => {
    const withdrawn = stored.withdrawn ?? []
    // The same send again, its first answer lost on the way.
    if (withdrawn.some(({ id, by }) => id === proposalId && by === me.memberId)) return null
    const proposal = stored.proposals.find(({ id }) => id === proposalId)
    if (!proposal || proposal.by !== me.memberId) throw failure('notFound')
    if (proposal.agreedBy !== null) throw failure('wrongState', { state: stored.state })
    return {
      proposals: stored.proposals.filter((one) => one !== proposal),
      withdrawn: [...withdrawn, { id: proposalId, by: me.memberId }],
    }
  })
  return { withdrawn: true }
}

/** What was agreed to is done, though its proposal may not be signed yet. One request where it is about an appeal. */
async function refuseDecided(proposalId: string, { proposals, state }: RoundDoc, repos: Repositories): Promise<void> {
  const appeal = proposals.find(({ id }) => id === proposalId)?.appeal
  const deduction = appeal && (await repos.deductions.byId(appeal.deductionId))
  if (deduction?.decision?.proposalId === proposalId) throw failure('wrongState', { state })
}
