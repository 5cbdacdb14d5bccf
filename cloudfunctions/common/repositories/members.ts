import type { Database } from '../cloud'
import type { MemberDoc } from '../documents'
import { read } from '../writes'
import { all, few } from './pages'

/** Inspectors of a programme, on a panel or not. */
const MOST_INSPECTORS = 200

export function members(db: Database) {
  return {
    /** Who an account belongs to, or null; a revoked binding is nobody's. One request, never cached: revoking acts at once. */
    async byOpenid(openid: string): Promise<MemberDoc | null> {
      if (openid === '') return null
      const member = await read<MemberDoc>(db, 'members', openid)
      return member && !member.revoked ? member : null
    },
    /** Everybody who may sit on a panel. One request. */
    inspectors: () => few<MemberDoc>(db, 'members', { 'roles.role': 'inspector', revoked: false }, MOST_INSPECTORS),
    /** Names by member id, of whose account is revoked too. Two requests up to a thousand of them, none for nobody. */
    async namesOf(memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const asked = { memberId: db.command.in([...new Set(memberIds)]) }
      const found = memberIds.length === 0 ? [] : await all<Named>(db, 'members', asked, ['memberId', 'name'])
      return new Map(found.map(({ memberId, name }) => [memberId, name]))
    },
  }
}

type Named = Pick<MemberDoc, '_id' | 'memberId' | 'name'>
