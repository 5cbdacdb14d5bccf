/**
 * The documents an empty cloud begins with: the programme, a first administrator without a phone, and the invite that
 * binds one. The code is in the answer and nowhere else; another call makes another, and the former is dead.
 */
import type { InviteDoc, MemberDoc, ProgrammeDoc } from '../../cloudfunctions/common/documents'
import { inviteId, newInviteCode } from '../../cloudfunctions/common/invite-codes'
import { unboundId } from '../../cloudfunctions/common/repositories/members'
import { INVITE_LIFE } from '../../src/domain/invite'
import { groupedCode } from '../../src/domain/readable-code'

export interface FirstCode extends AnotherCode {
  documents: AnotherCode['documents'] & { programme: [ProgrammeDoc] }
}

export interface AnotherCode {
  /** In groups, as it is read out. */
  code: string
  documents: { members: [MemberDoc]; invites: [InviteDoc] }
}

export function firstCode(now: number): FirstCode {
  const { code, documents } = administratorsCode('first-administrator', now)
  const programme: ProgrammeDoc = {
    _id: 'programme',
    revision: 1,
    title: '',
    districts: [],
    administrators: [],
  }
  return { code, documents: { programme: [programme], ...documents } }
}

/**
 * One more administrator for a cloud where nobody can issue an invite any more: the first code ran out, or the only
 * administrator's account is lost. What is stored stays as it is.
 */
export function anotherCode(now: number): AnotherCode {
  return administratorsCode(`administrator-${now.toString(36)}`, now)
}

function administratorsCode(memberId: string, now: number): AnotherCode {
  const code = newInviteCode()
  const invite: InviteDoc = {
    _id: inviteId(code),
    memberId,
    issuedBy: '',
    issuedByName: '部署工具',
    issuedAt: now,
    expiresAt: now + INVITE_LIFE,
    wrongNames: 0,
    takenAt: null,
  }
  const administrator: MemberDoc = {
    _id: unboundId(memberId),
    revision: 1,
    memberId,
    // They name themselves when they bind.
    name: '',
    roles: [{ role: 'administrator', scope: 'city' }],
    districtId: null,
    boundAt: null,
    revoked: false,
    inviteId: invite._id,
  }
  return { code: groupedCode(code), documents: { members: [administrator], invites: [invite] } }
}
