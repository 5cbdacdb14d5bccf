import type { Database } from '../cloud'
import type { LateDoc } from '../documents'
import { addOnce } from '../writes'
import { all } from './pages'

export function late(db: Database) {
  return {
    /** Keeps a send that came after closing; the same send again changes nothing. One request. */
    keep: (doc: LateDoc) => addOnce(db, 'late', doc),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<LateDoc>(db, 'late', { roundId }),
  }
}
