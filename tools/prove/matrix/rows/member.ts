/** Everybody's own doings, and the administrators' keeping of people. */
import type { ErrorCode } from '../../../../src/contract/errors'
import { lastAdministratorAt } from '../beside'
import { moments } from '../moments'
import { INVITED, invites, SEND } from '../objects'
import { but, type RowsOf, type Unless } from '../row'

const always = { A: moments }
const isLast: Unless = (_, moment) => (moment === lastAdministratorAt ? 'lastAdministrator' : undefined)
const isNobody: Unless = ({ openid }) => (openid === '' ? 'notAllowed' : undefined)
const hasAccount: Unless = ({ roles }) => (roles.length > 0 ? 'alreadyMember' : undefined)
const as = (code: ErrorCode) => () => code

/** Whatever is wrong with a code is told alike. */
const unknownInvite = (code: string) => ({
  may: { V: but(moments, isNobody, as('unknownInvite')) },
  ofNoRound: true as const,
  send: () => ({ code, name: INVITED.name }),
})

const reader = { role: 'reader' as const, scope: 'city' }
const person = (memberId: string, revision: number | null) => ({
  memberId,
  name: `成员 ${memberId}`,
  roles: [reader],
  districtId: null,
  revision,
  sendId: SEND,
})

export const member: RowsOf<'member'> = {
  enter: { may: { V: moments }, reads: true, send: ({ villageId }) => ({ code: `v=${villageId}`, scene: 1047 }) },
  me: { may: { V: moments }, reads: true, send: () => ({}) },
  bind: {
    open: {
      may: { V: but(moments, isNobody, hasAccount) },
      ofNoRound: true,
      send: () => ({ code: invites.open, name: INVITED.name }),
    },
    unknown: unknownInvite(invites.unknown),
    expired: unknownInvite(invites.expired),
    tried: unknownInvite(invites.tried),
    superseded: unknownInvite(invites.superseded),
  },
  members: { may: always, reads: true, ofNoRound: true, send: () => ({}) },
  saveMember: {
    new: { may: always, ofNoRound: true, send: () => person('M40', null) },
    changed: { may: always, ofNoRound: true, send: () => person('M06', 1) },
    seenFormerly: { may: { A: but(moments, as('changed')) }, ofNoRound: true, send: () => person('M06', 9) },
    last: { may: { A: but(moments, isLast) }, send: () => person('M01', 1) },
  },
  invite: {
    somebody: { may: always, ofNoRound: true, send: () => ({ memberId: INVITED.memberId, sendId: SEND }) },
    nobody: {
      may: { A: but(moments, as('notFound')) },
      ofNoRound: true,
      send: () => ({ memberId: 'M99', sendId: SEND }),
    },
  },
  revoke: {
    somebody: { may: always, ofNoRound: true, send: () => ({ memberId: 'M06', sendId: SEND }) },
    last: { may: { A: but(moments, isLast) }, send: () => ({ memberId: 'M01', sendId: SEND }) },
    nobody: {
      may: { A: but(moments, as('notFound')) },
      ofNoRound: true,
      send: () => ({ memberId: 'M99', sendId: SEND }),
    },
  },
}
