import type { Database } from '../cloud'
import { removeAll } from './pages'

export function cards(db: Database) {
  return {
    /** Destroys a round's household-card codes. */
    destroy: (roundId: string) => removeAll(db, 'cards', { roundId }),
  }
}
