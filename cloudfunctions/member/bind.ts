/**
 * 绑定: a WeChat account becomes somebody's, by a code and the name it was issued for. Whatever is wrong with a code is
 * told alike; a name is looked at only with a code that is good.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { isOpenInvite } from '../../src/domain/invite'
import { normalCode } from '../../src/domain/readable-code'
import type { InviteDoc, MemberDoc } from '../common/documents'
import { inviteId } from '../common/invite-codes'
import type { Repositories } from '../common/repositories'
import type { AnybodyContext } from '../common/serve'

/** Two requests for a code that is none, and nothing is written; fourteen for a binding, its line in the audit one of them. */
export async function bind(
  { code, name }: CallIn<'member', 'bind'>,
  { me, openid, now, repos }: AnybodyContext,
): Promise<CallOut<'member', 'bind'>> {
  if (openid === '') throw failure('notAllowed')
  const typed = name.normalize('NFC').trim()
  if (typed === '') throw failure('invalid', { path: 'name', problem: '请写姓名' })
  const normal = normalCode(code)
  const invite = normal === null ? null : await repos.invites.byId(inviteId(normal))
  if (!invite) throw failure('unknownInvite')
  // The answer was lost on the way: the same account with the same code is told again.
  if (invite.takenAt !== null && me?.memberId === invite.memberId) return done(me, invite, repos)
  if (!isOpenInvite(invite, now)) throw failure('unknownInvite')

  const binding = await repos.members.bind(invite, typed, openid, now)
  switch (binding.kind) {
    case 'dead':
      return boundMeanwhile(invite, openid, repos)
    case 'alreadyMember':
      throw failure('alreadyMember')
    case 'wrongName':
      throw failure('wrongName', { left: binding.left })
    case 'bound':
      return done(binding.person, binding.invite, repos)
  }
}

/** Pressed twice at once, the second send finds the code taken by the first. */
async function boundMeanwhile({ _id }: InviteDoc, openid: string, repos: Repositories) {
  const [invite, person] = await Promise.all([repos.invites.byId(_id), repos.members.byOpenid(openid)])
  if (invite?.takenAt && person?.memberId === invite.memberId) return done(person, invite, repos)
  throw failure('unknownInvite')
}

/** Who may act for the city from now on is on record: neither the account nor the code. */
async function done({ memberId, name }: MemberDoc, { issuedBy, takenAt }: InviteDoc, repos: Repositories) {
  await repos.audits.keep({
    _id: `:bind:${memberId}:${takenAt}`,
    roundId: null,
    memberId,
    action: 'bind',
    on: memberId,
    before: null,
    after: { boundAt: takenAt, issuedBy },
    reason: '',
    at: takenAt!,
  })
  return { memberId, name }
}
