import type { In, Out } from '../../src/contract/calls'
import type { member } from '../../src/contract/member'
import { mayReadBoard } from '../../src/domain/board-access'
import type { MemberDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import { proposalsFor } from '../common/proposals'
import type { RoundHeadDoc } from '../common/repositories/rounds'
import { type AnybodyContext, holds } from '../common/serve'
import { noticesFor } from './notices'

type Me = Out<typeof member.me>

/** Who I am here, the rounds and what waits for me: two requests, one for a stranger, four for an officer. */
export async function me(
  _send: In<typeof member.me>,
  { me: person, now, repos }: AnybodyContext,
): Promise<Out<typeof member.me>> {
  if (!person) return { member: null, rounds: [], proposals: [], notices: [], at: now }
  const [heads, notices] = await Promise.all([repos.rounds.heads(), noticesFor(person, repos)])
  const { memberId, name, roles, districtId } = person
  return {
    member: { memberId, name, roles: roles.map(({ role, scope }) => ({ role, scope })), districtId },
    rounds: heads.map((head) => roundFor(head, person)),
    proposals: heads.filter((head) => isConcerned(head, person)).flatMap((head) => proposalsFor(person, head)),
    notices,
    at: now,
  }
}

function roundFor(head: RoundHeadDoc, person: MemberDoc): Me['rounds'][number] {
  const onPanel = isOnPanel(head, person)
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
  return holds(person, 'administrator', null) || isOnPanel(head, person)
}

function isOnPanel({ panel }: RoundHeadDoc, { memberId }: MemberDoc): boolean {
  return panel.some(({ id }) => id === memberId)
}
