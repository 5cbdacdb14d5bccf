import type { Database } from '../cloud'
import type { LateDoc } from '../documents'
import { addOnce } from '../writes'
import { all, few } from './pages'

/** What one phone can have had waiting at closing, and more. */
const MOST_OF_MEMBER = 1000

export function late(db: Database) {
  return {
    /** Keeps a send that came after closing; the same send again changes nothing. One request. */
    keep: (doc: LateDoc) => addOnce(db, 'late', doc),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<LateDoc>(db, 'late', { roundId }),
    /** One request. */
    ofMember: (roundId: string, memberId: string) => few<LateDoc>(db, 'late', { roundId, memberId }, MOST_OF_MEMBER),
  }
}
