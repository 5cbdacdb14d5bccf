import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { type Places, whyNotScope } from '../../src/domain/role-scope'
import type { AuditLine, MemberContext } from '../common/serve'

type Send = CallIn<'member', 'saveMember'>

/** A person made new, taken in again, or changed; what they may do changes at once. Ten requests. */
export async function saveMember(send: Send, { repos }: MemberContext): Promise<CallOut<'member', 'saveMember'>> {
  const { memberId, districtId, revision, sendId } = send
  const name = send.name.normalize('NFC').trim()
  if (name === '') throw failure('invalid', { path: 'name', problem: '请写姓名' })
  const roles = send.roles.map(({ role, scope }) => ({ role, scope }))
  const saved = await repos.members.change(memberId, async (person, { districts }) => {
    if (person && person.sendId === sendId) return null
    if (!person && revision !== null) throw failure('notFound')
    if (person && (person.revision ?? 1) !== revision) throw failure('changed')
    // Read after the transaction began: a village that is removed meanwhile is a conflict.
    refuseUnknown({ roles, districtId }, { districts, villages: await repos.villages.all() })
    return { name, roles, districtId, sendId }
  })
  return { revision: saved.revision ?? 1 }
}

/** Every change of a person leaves what they are from then on. */
export function saveMemberLine({ sendId, memberId, name, roles, districtId }: Send): AuditLine {
  return { key: sendId, on: memberId, after: { name, roles, districtId } }
}

function refuseUnknown({ roles, districtId }: Pick<Send, 'roles' | 'districtId'>, places: Places): void {
  if (districtId !== null && !places.districts.some(({ id }) => id === districtId))
    throw failure('invalid', { path: 'districtId', problem: '没有这个区，请重新选' })
  roles.forEach((held, n) => {
    const problem = whyNotScope(held, places)
    if (problem) throw failure('invalid', { path: `roles.${n}.scope`, problem })
    if (roles.findIndex(({ role, scope }) => role === held.role && scope === held.scope) < n)
      throw failure('invalid', { path: `roles.${n}`, problem: '同一个身份写了两遍，请去掉一个' })
  })
}
