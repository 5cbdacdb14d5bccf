import type { Database } from '../cloud'
import { read } from '../writes'
import { removeMany } from './pages'

export function ballots(db: Database) {
  return {
    /** Whether this ballot (an HMAC of the account) has been used. One request. */
    isUsed: async (id: string) => (await read(db, 'ballots', id)) !== null,
    /**
     * Destroys every ballot. A ballot holds nothing but its id, no round either, so they go all together: at most
     * one real round is between ready and sealed, and a rehearsal's are worth nothing.
     */
    destroyAll: () => removeMany(db, 'ballots', { _id: db.command.exists(true) }),
  }
}
