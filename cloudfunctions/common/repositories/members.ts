import { failure } from '../../../src/contract/errors'
import { administratorsAfter } from '../../../src/domain/administrators'
import { isOpenInvite, isSameName, MOST_WRONG_NAMES } from '../../../src/domain/invite'
import type { Database } from '../cloud'
import type { InviteDoc, MemberDoc, ProgrammeDoc } from '../documents'
import { read } from '../writes'
import { all, few } from './pages'
import { type Guarded, guarded } from './programme'

/** A phone may be bound between looking for a person and the transaction: then we look again. */
const LOOKS = 3

/** What became of a name that was given with a code. */
export type Binding =
  | { kind: 'bound'; person: MemberDoc; invite: InviteDoc }
  | { kind: 'wrongName'; left: number }
  | { kind: 'alreadyMember' }
  | { kind: 'dead' }

export function members(db: Database) {
  return {
    /** Who an account belongs to, or null; a revoked binding is nobody's. One request, never cached: revoking acts at once. */
    async byOpenid(openid: string): Promise<MemberDoc | null> {
      // An account has no colon: nobody comes as a person without one.
      if (openid === '' || openid.includes(':')) return null
      const member = await read<MemberDoc>(db, 'members', openid)
      return member && !member.revoked ? member : null
    },

    /** Everybody who may sit on a panel, with a phone or not. One request for fewer than a hundred, two up to a thousand. */
    inspectors: () => all<MemberDoc>(db, 'members', { 'roles.role': 'inspector', revoked: false }),

    /** Everybody, former phones and the revoked too. Two requests up to a thousand. */
    all: () => all<MemberDoc>(db, 'members', { _id: db.command.exists(true) }),

    /** A person with a phone or without; null: none, or revoked. One request. */
    person: (memberId: string) => personOf(db, memberId),

    /**
     * Writes a person as `change` says; null stays as it is. It gets null for somebody new, and the programme as it stands.
     * Refused where the last administrator would go. Seven requests without conflict, and what `change` asks.
     */
    change: (
      memberId: string,
      change: (person: MemberDoc | null, programme: ProgrammeDoc) => Promise<PersonFields | null>,
    ): Promise<MemberDoc> =>
      onPerson(db, memberId, async (person, inside) => {
        const fields = await change(person, inside.programme)
        if (fields === null) return person!
        const written = { ...(person ?? nobody(memberId)), ...fields, revision: nextRevision(person) }
        await put(written, inside)
        return written
      }),

    /** A new invite for a person: the one they had is dead from now on. Null: there is no such person. Eight requests. */
    invite: (invite: InviteDoc): Promise<MemberDoc | null> =>
      onPerson(db, invite.memberId, async (person, inside) => {
        if (!person) return null
        await inside.put('invites', invite)
        await put({ ...person, inviteId: invite._id, revision: nextRevision(person) }, inside)
        return person
      }),

    /** Ends a person's binding, roles and open invite. Null: there is no such person. Seven requests. */
    revoke: (memberId: string, sendId: string): Promise<MemberDoc | null> =>
      onPerson(db, memberId, async (person, inside) => {
        if (!person) return null
        const revoked = { ...person, revoked: true, inviteId: null, sendId, revision: nextRevision(person) }
        await put(revoked, inside)
        return revoked
      }),

    /** Whether this send has revoked them already. One request. */
    async isRevokedBy(memberId: string, sendId: string): Promise<boolean> {
      const found = await few<MemberDoc>(db, 'members', { memberId, revoked: true, sendId }, 1)
      return found.length > 0
    },

    /**
     * Binds an account to the person of an invite, if the name is theirs. Everything about one code is decided in
     * turn: of names tried at once no more are looked at than a code allows. Eleven requests without conflict.
     */
    bind: (found: InviteDoc, typed: string, openid: string, now: number): Promise<Binding> =>
      onPerson<Binding>(db, found.memberId, async (person, inside) => {
        const invite = await inside.read<InviteDoc>('invites', found._id)
        if (!invite || !person || person.inviteId !== invite._id || !isOpenInvite(invite, now)) return { kind: 'dead' }
        const account = await inside.read<MemberDoc>('members', openid)
        if (account && !account.revoked && account.memberId !== person.memberId) return { kind: 'alreadyMember' }
        if (person.name !== '' && !isSameName(typed, person.name)) {
          const wrongNames = invite.wrongNames + 1
          await inside.putAlone('invites', { ...invite, wrongNames })
          return { kind: 'wrongName', left: MOST_WRONG_NAMES - wrongNames }
        }
        const taken = { ...invite, takenAt: now }
        await inside.put('invites', taken)
        const bound = await moveTo(openid, { ...person, name: person.name || typed }, now, inside)
        return { kind: 'bound', person: bound, invite: taken }
      }),

    /** Names by member id, of whose account is revoked too. Two requests up to a thousand of them, none for nobody. */
    async namesOf(memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const asked = { memberId: db.command.in([...new Set(memberIds)]) }
      const found = memberIds.length === 0 ? [] : await all<Named>(db, 'members', asked, ['memberId', 'name'])
      return new Map(found.map(({ memberId, name }) => [memberId, name]))
    },
  }
}

/** What of a person can be changed here. */
export type PersonFields = Partial<Pick<MemberDoc, 'name' | 'roles' | 'districtId' | 'sendId'>>

/** No account has this id: a person without a phone. */
export function unboundId(memberId: string): string {
  return `unbound:${memberId}`
}

function nobody(memberId: string): MemberDoc {
  return { _id: unboundId(memberId), memberId, name: '', roles: [], districtId: null, boundAt: null, revoked: false }
}

function nextRevision(person: MemberDoc | null): number {
  return person ? (person.revision ?? 1) + 1 : 1
}

async function personOf(db: Database, memberId: string): Promise<MemberDoc | null> {
  const found = await few<MemberDoc>(db, 'members', { memberId, revoked: false }, 1)
  return found[0] ?? null
}

/** Runs `work` on the person as they stand inside the transaction: it reads by id alone, and their id is their phone's. */
async function onPerson<R>(
  db: Database,
  memberId: string,
  work: (person: MemberDoc | null, inside: Guarded) => Promise<R>,
): Promise<R> {
  for (let look = 0; look < LOOKS; look++) {
    const found = await personOf(db, memberId)
    const done = await guarded(db, async (inside) => {
      const stored = await inside.read<MemberDoc>('members', found?._id ?? unboundId(memberId))
      const person = stored && !stored.revoked && stored.memberId === memberId ? stored : null
      return found && !person ? null : { result: await work(person, inside) }
    })
    if (done) return done.result
  }
  throw failure('tryAgain', undefined, 'a person moved at every look')
}

/** Their former phone is out from now on. */
async function moveTo(openid: string, person: MemberDoc, now: number, inside: Guarded): Promise<MemberDoc> {
  const revision = nextRevision(person)
  const bound = { ...person, _id: openid, boundAt: now, revoked: false, inviteId: null, revision }
  if (person.boundAt === null) await inside.remove('members', person._id)
  else if (person._id !== openid) {
    await inside.put('members', { ...person, revoked: true, inviteId: null, revision } satisfies MemberDoc)
  }
  await put(bound, inside)
  return bound
}

/** Writes a person, and whether they are one of the administrators who can act. */
async function put(person: MemberDoc, inside: Guarded): Promise<void> {
  const { memberId, roles, boundAt, revoked } = person
  const acts = boundAt !== null && !revoked && roles.some(({ role }) => role === 'administrator')
  const administrators = administratorsAfter(inside.programme.administrators, memberId, acts)
  if (administrators === null) throw failure('lastAdministrator')
  inside.change({ administrators })
  await inside.put('members', person)
}

type Named = Pick<MemberDoc, '_id' | 'memberId' | 'name'>
