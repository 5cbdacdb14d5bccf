/** 邀请: a code for a person's first or new phone. It is told here once and kept nowhere. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { INVITE_LIFE, inviteScene } from '../../src/domain/invite'
import { groupedCode } from '../../src/domain/readable-code'
import { inviteId, newInviteCode } from '../common/invite-codes'
import { miniProgramCode } from '../common/mini-program-code'
import type { AuditLine, MemberContext } from '../common/serve'

type Send = CallIn<'member', 'invite'>
type Answer = CallOut<'member', 'invite'>

/** Ten requests, and one to WeChat. Sent again it tells another code, and the one nobody heard of is dead. */
export async function invite({ memberId }: Send, { me, now, repos }: MemberContext): Promise<Answer> {
  const code = newInviteCode()
  const expiresAt = now + INVITE_LIFE
  const person = await repos.members.invite({
    _id: inviteId(code),
    memberId,
    issuedBy: me.memberId,
    issuedByName: me.name,
    issuedAt: now,
    expiresAt,
    wrongNames: 0,
    takenAt: null,
  })
  if (!person) throw failure('notFound')
  return { code: groupedCode(code), name: person.name, expiresAt, picture: await codePicture(code) }
}

export function inviteLine({ sendId, memberId }: Send, { expiresAt }: Answer): AuditLine {
  return { key: sendId, on: memberId, after: { expiresAt } }
}

/** Where WeChat draws none now, the code is read out all the same. */
async function codePicture(code: string): Promise<Answer['picture']> {
  const picture = await miniProgramCode(inviteScene(code)).catch(() => null)
  return picture && { contentType: picture.contentType, base64: picture.bytes.toString('base64') }
}
