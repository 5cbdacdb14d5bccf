/**
 * The documents an empty cloud begins with: the programme, a first administrator without a phone, and the invite that
 * binds one. The code is in the answer and nowhere else; another call makes another, and the former is dead.
 */
import type { InviteDoc, MemberDoc, ProgrammeDoc } from '../../cloudfunctions/common/documents'
import { inviteId, newInviteCode } from '../../cloudfunctions/common/invite-codes'
import { unboundId } from '../../cloudfunctions/common/repositories/members'
import { INVITE_LIFE } from '../../src/domain/invite'
import { groupedCode } from '../../src/domain/readable-code'

export interface FirstCode {
  /** In groups, as it is read out. */
  code: string
  documents: { programme: [ProgrammeDoc]; members: [MemberDoc]; invites: [InviteDoc] }
}

const FIRST = 'first-administrator'

export function firstCode(now: number): FirstCode {
  const code = newInviteCode()
  const invite: InviteDoc = {
    _id: inviteId(code),
    memberId: FIRST,
    issuedBy: '',
    issuedByName: '部署工具',
    issuedAt: now,
    expiresAt: now + INVITE_LIFE,
    wrongNames: 0,
    takenAt: null,
  }
  const programme: ProgrammeDoc = {
    _id: 'programme',
    revision: 1,
    title: '',
    districts: [],
    administrators: [],
  }
  const administrator: MemberDoc = {
    _id: unboundId(FIRST),
    revision: 1,
    memberId: FIRST,
    // They name themselves when they bind.
    name: '',
    roles: [{ role: 'administrator', scope: 'city' }],
    districtId: null,
    boundAt: null,
    revoked: false,
    inviteId: invite._id,
  }
  return { code: groupedCode(code), documents: { programme: [programme], members: [administrator], invites: [invite] } }
}
