/** A proposal of the two-person rule as one of its readers sees it. */
import type { Proposal } from '../../src/contract/member'
import { type Agreeing, whyNotAgree } from '../../src/domain/two-persons'
import type { MemberDoc, ProposalDoc } from './documents'

interface RoundOfProposal {
  _id: string
  panel: readonly { id: string }[]
}

export function proposalFor(reader: MemberDoc, round: RoundOfProposal, proposal: ProposalDoc): Proposal {
  const { id, kind, by, byName, at, hash, reason, agreedBy, agreedByName } = proposal
  return {
    id,
    kind,
    roundId: round._id,
    by,
    byName,
    at,
    hash,
    reason,
    agreedBy,
    agreedByName,
    mayAgree: whyNotAgree(proposal, agreeingPerson(reader, round)) === undefined,
    isMine: by === reader.memberId,
  }
}

export function agreeingPerson({ memberId, roles }: MemberDoc, { panel }: RoundOfProposal): Agreeing {
  return {
    memberId,
    isAdministrator: roles.some(({ role }) => role === 'administrator'),
    isOnPanel: panel.some(({ id }) => id === memberId),
  }
}
