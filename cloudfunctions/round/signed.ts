/** What every act of two persons writes of itself: its proposal once, and the second person's name under it once. */
import { failure } from '../../src/contract/errors'
import type { ProposalDoc, RoundDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'

/** The round's proposals with this one signed; refused where it is gone, or somebody was faster. */
export function signed(
  { proposals, state }: RoundDoc,
  proposalId: string,
  { me, now }: Pick<RoundContext, 'me' | 'now'>,
): ProposalDoc[] {
  const standing = proposals.find(({ id }) => id === proposalId)
  if (!standing) throw failure('notFound')
  if (standing.agreedBy !== null) throw failure('wrongState', { state, agreedByName: standing.agreedByName })
  const signature = { agreedBy: me.memberId, agreedByName: me.name, agreedAt: now }
  return proposals.map((one) => (one === standing ? { ...standing, ...signature } : one))
}

/**
 * The round's proposals with a new one; null: the same send again. Refused where one about the same waits already, and
 * where this one was withdrawn: sent again, it stays so.
 */
export function proposed(
  { proposals, withdrawn = [] }: RoundDoc,
  proposal: ProposalDoc,
  isSame: (other: ProposalDoc) => boolean,
): ProposalDoc[] | null {
  if (proposals.some(({ id }) => id === proposal.id)) return null
  if (withdrawn.some(({ id }) => id === proposal.id)) throw failure('notFound')
  const waiting = proposals.find((other) => other.kind === proposal.kind && other.agreedBy === null && isSame(other))
  if (waiting) throw failure('alreadyProposed', { byName: waiting.byName })
  return [...proposals, proposal]
}

type Said = Pick<ProposalDoc, 'kind' | 'hash' | 'reason' | 'about'> & Pick<ProposalDoc, 'late' | 'accept' | 'correct'>

/** A new proposal of the caller's, called by its send. */
export function newProposal(sendId: string, said: Said, { me, now }: Pick<RoundContext, 'me' | 'now'>): ProposalDoc {
  const nobody = { agreedBy: null, agreedByName: null, agreedAt: null }
  return { id: sendId, by: me.memberId, byName: me.name, at: now, ...said, ...nobody }
}
