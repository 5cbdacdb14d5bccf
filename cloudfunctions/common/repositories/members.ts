import type { Database } from '../cloud'
import type { MemberDoc } from '../documents'
import { read } from '../writes'
import { few } from './pages'

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
  }
}
