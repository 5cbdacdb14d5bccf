import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { AuditLine, MemberContext } from '../common/serve'

type Send = CallIn<'member', 'revoke'>

/** 撤销: from the next call on this person is nobody. Nine requests. */
export async function revoke(
  { memberId, sendId }: Send,
  { repos }: MemberContext,
): Promise<CallOut<'member', 'revoke'>> {
  const person = await repos.members.revoke(memberId, sendId)
  if (!person && !(await repos.members.isRevokedBy(memberId, sendId))) throw failure('notFound')
  return { revoked: true }
}

export function revokeLine({ sendId, memberId }: Send): AuditLine {
  return { key: sendId, on: memberId, before: 'member', after: 'revoked' }
}
