import type { CallIn, CallOut } from '../../src/contract'
import type { KeptMember } from '../../src/contract/member'
import { type Places, scopeName } from '../../src/domain/role-scope'
import type { InviteDoc, MemberDoc } from '../common/documents'
import { villageHead } from '../common/heads'
import type { MemberContext } from '../common/serve'

/** Everybody by name, with a phone or without; the revoked at the end. Five requests. */
export async function members(
  _send: CallIn<'member', 'members'>,
  { now, repos }: MemberContext,
): Promise<CallOut<'member', 'members'>> {
  const [docs, programme, villages] = await Promise.all([
    repos.members.all(),
    repos.programme.get(),
    repos.villages.all(),
  ])
  const people = onePerPerson(docs)
  const invites = await repos.invites.byIds(people.flatMap(({ inviteId }) => inviteId ?? []))
  const places = { districts: programme.districts, villages }
  return {
    members: people.map((person) => keptMember(person, invites, places)),
    districts: programme.districts,
    villages: villages.map(villageHead),
    at: now,
  }
}

/** A former phone's document tells nothing of who has a new one. */
function onePerPerson(docs: readonly MemberDoc[]): MemberDoc[] {
  const people = new Map<string, MemberDoc>()
  for (const doc of docs) {
    const known = people.get(doc.memberId)
    if (!known || standing(doc) > standing(known)) people.set(doc.memberId, doc)
  }
  return [...people.values()].sort((a, b) => Number(a.revoked) - Number(b.revoked) || byName(a, b))
}

function standing({ revoked, revision = 1 }: MemberDoc): number {
  return revoked ? revision : Number.POSITIVE_INFINITY
}

function byName(a: MemberDoc, b: MemberDoc): number {
  return a.name.localeCompare(b.name, 'zh') || (a.memberId < b.memberId ? -1 : 1)
}

function keptMember(person: MemberDoc, invites: readonly InviteDoc[], places: Places): KeptMember {
  const { memberId, name, roles, districtId, boundAt, revoked, inviteId, revision = 1 } = person
  const invite = invites.find(({ _id, takenAt }) => _id === inviteId && takenAt === null)
  return {
    memberId,
    name,
    roles: roles.map(({ role, scope }) => ({ role, scope, scopeName: scopeName({ role, scope }, places) })),
    districtId,
    boundAt: revoked ? null : boundAt,
    revoked,
    invite: invite ? inviteFor(invite) : null,
    revision,
  }
}

function inviteFor({ issuedByName, issuedAt, expiresAt, wrongNames }: InviteDoc) {
  return { issuedByName, issuedAt, expiresAt, wrongNames }
}
