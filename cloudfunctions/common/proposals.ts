/** A proposal of the two-person rule as one of its readers sees it. */
import type { Proposal } from '../../src/contract/member'
import { type Agreeing, isRecusedFrom, villagesOf, whyNotAgree } from '../../src/domain/two-persons'
import type { MemberDoc, ProposalDoc, RoundDoc } from './documents'
import { seatOf } from './seat'

interface RoundOfProposal {
  _id: string
  panel: readonly Pick<RoundDoc['panel'][number], 'id' | 'recusedVillageIds'>[]
  proposals: readonly ProposalDoc[]
}

/** A round's proposals, as far as the reader is told of them: some villages' are for those who may have a part in them. */
export function proposalsFor(reader: MemberDoc, round: RoundOfProposal): Proposal[] {
  const person = agreeingPerson(reader, round)
  return round.proposals
    .filter((one) => villagesOf(one).length === 0 || (hasPart(person) && !isRecusedFrom(one, person)))
    .map((proposal) => proposalFor(reader, round, proposal))
}

export function proposalFor(
  reader: MemberDoc,
  round: Omit<RoundOfProposal, 'proposals'>,
  proposal: ProposalDoc,
): Proposal {
  const { id, kind, by, byName, at, hash, reason, about = '', agreedBy, agreedByName } = proposal
  return {
    id,
    kind,
    roundId: round._id,
    by,
    byName,
    at,
    hash,
    reason,
    about,
    agreedBy,
    agreedByName,
    mayAgree: whyNotAgree(proposal, agreeingPerson(reader, round)) === undefined,
    isMine: by === reader.memberId,
  }
}

export function agreeingPerson(person: MemberDoc, round: Pick<RoundOfProposal, 'panel'>): Agreeing {
  return {
    memberId: person.memberId,
    isAdministrator: person.roles.some(({ role }) => role === 'administrator'),
    seat: seatOf(person, round),
  }
}

function hasPart({ isAdministrator, seat }: Agreeing): boolean {
  return isAdministrator || seat !== null
}
