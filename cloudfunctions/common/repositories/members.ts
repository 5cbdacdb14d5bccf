import type { Database } from '../cloud'
import type { MemberDoc } from '../documents'
import { read } from '../writes'

export function members(db: Database) {
  return {
    /** Who an account belongs to, or null; a revoked binding is nobody's. One request, never cached: revoking acts at once. */
    async byOpenid(openid: string): Promise<MemberDoc | null> {
      if (openid === '') return null
      const member = await read<MemberDoc>(db, 'members', openid)
      return member && !member.revoked ? member : null
    },
  }
}
