import type { Database } from '../cloud'
import type { InviteDoc } from '../documents'
import { read } from '../writes'
import { few, removeMany } from './pages'

export function invites(db: Database) {
  return {
    /** Those that expired before `at`. One request where there are none, two more for each five hundred. */
    removeExpired: (at: number) => removeMany(db, 'invites', { expiresAt: db.command.lt(at) }),
    /** One request. */
    byId: (id: string) => read<InviteDoc>(db, 'invites', id),
    /** One request a hundred. */
    async byIds(ids: readonly string[]): Promise<InviteDoc[]> {
      const found: InviteDoc[] = []
      for (let from = 0; from < ids.length; from += 100) {
        const _id = db.command.in(ids.slice(from, from + 100))
        found.push(...(await few<InviteDoc>(db, 'invites', { _id }, 100)))
      }
      return found
    },
  }
}
