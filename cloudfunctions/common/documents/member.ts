import type { Role } from '../../../src/contract/parts'

export interface MemberDoc {
  /** The OPENID; `unbound:<memberId>` (no OPENID has a colon) while no phone is bound. */
  _id: string
  /** Absent in older documents: 1. */
  revision?: number
  /** Stable across phones: panel id, `by`, audit. */
  memberId: string
  /** Empty: the first administrator, who names themselves when they bind. */
  name: string
  roles: { role: Role; scope: string }[]
  districtId: string | null
  /** Null: no phone is bound yet. */
  boundAt: number | null
  revoked: boolean
  /** The invite that binds them; an older one is dead, for it is not named here. Null or absent: none. */
  inviteId?: string | null
  /** The send that saved or revoked it last: the same again answers as it did. */
  sendId?: string
}
