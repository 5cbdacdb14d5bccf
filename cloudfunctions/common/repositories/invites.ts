import type { Database } from '../cloud'
import type { InviteDoc } from '../documents'
import { read } from '../writes'
import { few } from './pages'

export function invites(db: Database) {
  return {
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
