/**
 * Everybody who may call, as they stand towards the small round and its village V01 (district D-WEST). `nobody` is a call
 * without an account: another function's. The platform's clock calls by itself (timer.ts).
 */
import type { MemberDoc, RoundDoc } from '../../../cloudfunctions/common/documents'
import type { Role } from '../../../src/contract/parts'
import {
  administrator,
  cityLeader,
  districtLeader,
  officer,
  openidOf,
  reader,
  secondAdministrator,
} from '../../seed/people'

/** How docs/data.md abbreviates who may, and three that it puts in words. */
export type Letter = 'A' | 'L' | 'I' | 'O' | 'R' | 'V' | 'withoutRole' | 'notOfficer'

export interface Person {
  name: string
  /** Empty: nobody's. */
  openid: string
  memberId: string
  /** Of a binding that stands. */
  roles: readonly Role[]
  /** On the panel, V01 judged or not. */
  seat: 'eligible' | 'recused' | null
  /** Officer of V01, or of its town. */
  isHere: boolean
}

type Facts = { memberId: string; roles: readonly Role[]; seat?: Person['seat']; isHere?: boolean }

export const people: readonly Person[] = Object.entries({
  administrator: { memberId: administrator.memberId, roles: ['administrator'] },
  secondAdministrator: { memberId: secondAdministrator.memberId, roles: ['administrator'] },
  administratorRecused: { memberId: 'M21', roles: ['administrator', 'inspector'], seat: 'recused' },
  cityLeader: { memberId: cityLeader.memberId, roles: ['leader'] },
  leaderOfDistrict: { memberId: districtLeader.memberId, roles: ['leader'] },
  leaderElsewhere: { memberId: 'M22', roles: ['leader'] },
  inspector: { memberId: 'I06', roles: ['inspector'], seat: 'eligible' },
  inspectorProposing: { memberId: 'I08', roles: ['inspector'], seat: 'eligible' },
  inspectorOfTheProposersDistrict: { memberId: 'I01', roles: ['inspector'], seat: 'eligible' },
  inspectorConfirming: { memberId: 'I10', roles: ['inspector'], seat: 'eligible' },
  inspectorAbsent: { memberId: 'I03', roles: ['inspector'], seat: 'eligible' },
  inspectorRecused: { memberId: 'I02', roles: ['inspector'], seat: 'recused' },
  inspectorOnNoPanel: { memberId: 'I12', roles: ['inspector'] },
  officer: { memberId: officer.memberId, roles: ['officer'], isHere: true },
  officerOfTown: { memberId: 'M23', roles: ['officer'], isHere: true },
  officerElsewhere: { memberId: 'M24', roles: ['officer'] },
  reader: { memberId: reader.memberId, roles: ['reader'] },
  leaderAndOfficer: { memberId: 'M25', roles: ['leader', 'officer'], isHere: true },
  revokedAdministrator: { memberId: 'M26', roles: [] },
  revokedInspector: { memberId: 'I07', roles: [] },
  villager: { memberId: '', roles: [] },
  nobody: { memberId: '', roles: [] },
} satisfies Record<string, Facts>).map(([name, facts]: [string, Facts]) => ({
  name,
  openid: name === 'nobody' ? '' : openidOf(facts.memberId || name),
  seat: null,
  isHere: false,
  ...facts,
}))

/** Whom the sample's programme does not have; `members` as seeded by it, with these beside and two revoked. */
export function withEverybody(members: readonly MemberDoc[]): MemberDoc[] {
  const [one] = members
  const more = (memberId: string, roles: MemberDoc['roles'], districtId: string | null = null): MemberDoc => ({
    ...one!,
    _id: openidOf(memberId),
    memberId,
    name: `成员 ${memberId}`,
    roles,
    districtId,
  })
  const officerOf = (scope: string) => ({ role: 'officer' as const, scope })
  return [
    ...members.map((member) => (member.memberId === 'I07' ? { ...member, revoked: true } : member)),
    more('M21', [administrator.roles[0]!, { role: 'inspector', scope: 'city' }], 'D-WEST'),
    more('M22', [{ role: 'leader', scope: 'D-ECO' }], 'D-ECO'),
    more('M23', [officerOf('云溪镇')]),
    more('M24', [officerOf('V02')]),
    more('M25', [cityLeader.roles[0]!, officerOf('V01')]),
    { ...more('M26', administrator.roles), revoked: true },
  ]
}

/** The sample's panel with the administrator who sits on it, and one who fell out. */
export function seated(panel: RoundDoc['panel'], now: number): RoundDoc['panel'] {
  const west = panel.find(({ id }) => id === 'I02')!
  return [
    ...panel.map((inspector) => (inspector.id === 'I03' ? { ...inspector, absentAt: now - 600_000 } : inspector)),
    { ...west, id: 'M21', name: '成员 M21' },
  ]
}

/** Whether a letter stands for this person. Whoever holds two roles may what either may. */
export function isOne(letter: Letter, { openid, roles, seat }: Person): boolean {
  switch (letter) {
    case 'A':
      return roles.includes('administrator')
    case 'L':
      return roles.includes('leader')
    case 'I':
      return seat !== null
    case 'O':
      return roles.includes('officer')
    case 'R':
      return roles.includes('reader')
    case 'V':
      return true
    case 'withoutRole':
      return openid !== '' && roles.length === 0
    case 'notOfficer':
      return openid !== '' && !roles.includes('officer')
  }
}
