import type { In, Out } from '../../src/contract/calls'
import type { member } from '../../src/contract/member'
import { mayReadBoard } from '../../src/domain/board-access'
import { CITY, scopeName } from '../../src/domain/role-scope'
import type { MemberDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import { proposalsFor } from '../common/proposals'
import type { Repositories } from '../common/repositories'
import type { RoundHeadDoc } from '../common/repositories/rounds'
import { seatOf } from '../common/seat'
import { type AnybodyContext, holds } from '../common/serve'
import { noticesFor } from './notices'

type Me = Out<typeof member.me>

/**
 * Who I am here, the rounds and what waits for me: two requests, one for a stranger; one more where a district has to be
 * called by its name, an officer's three more at most.
 */
export async function me(
  _send: In<typeof member.me>,
  { me: person, now, repos }: AnybodyContext,
): Promise<Out<typeof member.me>> {
  if (!person) return { member: null, rounds: [], proposals: [], notices: [], at: now }
  const [heads, notices, known] = await Promise.all([
    repos.rounds.heads(),
    noticesFor(person, repos),
    inWords(person, repos),
  ])
  return {
    member: known,
    rounds: heads.map((head) => roundFor(head, person)),
    proposals: heads.filter((head) => isConcerned(head, person)).flatMap((head) => proposalsFor(person, head)),
    notices,
    at: now,
  }
}

/** Roles with how far they reach, by name. */
async function inWords(person: MemberDoc, repos: Repositories): Promise<NonNullable<Me['member']>> {
  const { memberId, name, roles, districtId, boundAt } = person
  const isDistrict = districtId !== null || roles.some(({ role, scope }) => role === 'leader' && scope !== CITY)
  // A town is called by its name already; asking for it as a village finds nothing.
  const asked = roles.filter(({ role }) => role === 'officer').map(({ scope }) => scope)
  const [districts, villages] = await Promise.all([
    isDistrict ? repos.programme.get().then((programme) => programme.districts) : [],
    asked.length > 0 ? repos.villages.byIds(asked) : [],
  ])
  return {
    memberId,
    name,
    roles: roles.map(({ role, scope }) => ({
      role,
      scope,
      scopeName: scopeName({ role, scope }, { districts, villages }),
    })),
    districtId,
    districtName: districts.find(({ id }) => id === districtId)?.name ?? '',
    // Who calls has a phone.
    boundAt: boundAt!,
  }
}

function roundFor(head: RoundHeadDoc, person: MemberDoc): Me['rounds'][number] {
  const onPanel = seatOf(person, head) !== null
  const access = { state: head.state, announceTo: head.settings.announceTo }
  return {
    ...roundHead(head),
    onPanel,
    closedAt: head.closedAt,
    mayReadBoard: mayReadBoard(access, { roles: person.roles.map(({ role }) => role), isOnPanel: onPanel }),
  }
}

/** Whom a proposal of two persons can wait for. */
function isConcerned(head: RoundHeadDoc, person: MemberDoc): boolean {
  return holds(person, 'administrator', null) || seatOf(person, head) !== null
}
