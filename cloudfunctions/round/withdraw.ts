import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundContext } from '../common/serve'

/** 撤回提请: only its proposer, and only while nobody has agreed. */
export async function withdraw(
  { roundId, proposalId }: CallIn<'round', 'withdraw'>,
  { me, round, repos }: RoundContext,
): Promise<CallOut<'round', 'withdraw'>> {
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
