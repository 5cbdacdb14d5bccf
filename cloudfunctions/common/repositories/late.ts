import type { Database } from '../cloud'
import type { LateDoc } from '../documents'
import { addOnce } from '../writes'
import { all, few } from './pages'

/** What all phones can have had waiting at closing, and more. */
const MOST = 1000

export function late(db: Database) {
  return {
    /** Keeps a send that came after closing; the same send again changes nothing. One request. */
    keep: (doc: LateDoc) => addOnce(db, 'late', doc),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<LateDoc>(db, 'late', { roundId }),
    /** What the progress page lists, without what was sent. One request. */
    headsOfRound: (roundId: string) => few<LateHead>(db, 'late', { roundId }, MOST, headFields),
    /** As above, of one member. One request. */
    ofMember: (roundId: string, memberId: string) => few<LateHead>(db, 'late', { roundId, memberId }, MOST, headFields),
  }
}

/** A late send without its content. */
export type LateHead = Pick<LateDoc, '_id' | (typeof headFields)[number]>
const headFields = ['memberId', 'villageId', 'action', 'at', 'receivedAt', 'state'] as const
