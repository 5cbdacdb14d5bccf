/** The people of the sample programme, each with the account (OPENID) the local cloud knows them by. */
import { createHash } from 'node:crypto'
import type { MemberDoc } from '../../cloudfunctions/common/documents'
import type { Inspector } from '../../src/domain/round-file'

type Duty = Pick<MemberDoc, 'memberId' | 'name' | 'roles' | 'districtId'>

export const administrator: Duty = {
  memberId: 'M01',
  name: '王敏',
  roles: [{ role: 'administrator', scope: 'city' }],
  districtId: null,
}
export const secondAdministrator: Duty = {
  memberId: 'M02',
  name: '陈立',
  roles: [{ role: 'administrator', scope: 'city' }],
  districtId: null,
}
export const cityLeader: Duty = {
  memberId: 'M03',
  name: '李卫东',
  roles: [{ role: 'leader', scope: 'city' }],
  districtId: null,
}
export const districtLeader: Duty = {
  memberId: 'M04',
  name: '方晓梅',
  roles: [{ role: 'leader', scope: 'D-WEST' }],
  districtId: 'D-WEST',
}
export const officer: Duty = {
  memberId: 'M05',
  name: '黄德明',
  roles: [{ role: 'officer', scope: 'V01' }],
  districtId: 'D-WEST',
}
export const reader: Duty = {
  memberId: 'M06',
  name: '谢春生',
  roles: [{ role: 'reader', scope: 'city' }],
  districtId: 'D-DEV',
}

/** Inspectors who sit on no panel: one of them steps in when somebody falls out. */
const reserves: readonly Duty[] = [
  { memberId: 'I12', name: '叶青', roles: [{ role: 'inspector', scope: 'city' }], districtId: null },
  { memberId: 'I13', name: '程小红', roles: [{ role: 'inspector', scope: 'city' }], districtId: 'D-DEV' },
]

/** A realistic account of somebody: `o` and 27 characters, the same every time. */
export function openidOf(who: string): string {
  return `o${createHash('sha256').update(`lalian sample ${who}`).digest('base64url').slice(0, 27)}`
}

export function members(panel: readonly Inspector[], boundAt: number): MemberDoc[] {
  const inspectors = panel.map(
    ({ id, name, districtId }): Duty => ({
      memberId: id,
      name,
      districtId,
      roles: [{ role: 'inspector', scope: 'city' }],
    }),
  )
  return [
    administrator,
    secondAdministrator,
    cityLeader,
    districtLeader,
    officer,
    reader,
    ...inspectors,
    ...reserves,
  ].map((duty) => ({
    _id: openidOf(duty.memberId),
    ...duty,
    boundAt,
    revoked: false,
  }))
}
