/** Whom one can be in an empty cloud: a new phone, and whoever has bound one. */
import type { MemberDoc } from '../../cloudfunctions/common/documents'
import { scopeName } from '../../src/domain/role-scope'
import type { DemoPerson } from './demo-people'

export const newPhone: DemoPerson = {
  id: 'new-phone',
  name: '一部新手机',
  doing: '没有身份的新微信，点“有邀请码？”来绑定',
  icon: 'person',
  opens: '#/pages/home/index',
  always: 'new',
}

export function isBound({ boundAt, revoked }: MemberDoc): boolean {
  return boundAt !== null && !revoked
}

export function boundPerson({ _id, memberId, name, roles }: MemberDoc): DemoPerson {
  const isAdministrator = roles.some(({ role }) => role === 'administrator')
  const held = roles.map(({ role, scope }) =>
    scope === 'city' ? ROLES[role] : `${ROLES[role]}（${scopeName({ role, scope }, { districts: [], villages: [] })}）`,
  )
  return {
    id: `member-${memberId}`,
    name,
    doing: held.join('、'),
    icon: isAdministrator ? 'shield' : 'person',
    opens: `as=${encodeURIComponent(_id)}#/pages/home/index`,
    always: 'same',
  }
}

const ROLES: Record<MemberDoc['roles'][number]['role'], string> = {
  administrator: '管理员',
  leader: '领导',
  inspector: '评委',
  officer: '村里的经办人',
  reader: '读者',
}
