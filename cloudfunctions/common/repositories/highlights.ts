import type { Database } from '../cloud'
import type { HighlightDoc } from '../documents'
import { compareAndSet } from '../writes'
import { all, few } from './pages'

/** A day's, many times over. */
const MOST = 1000

export function highlights(db: Database) {
  return {
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<HighlightDoc>(db, 'highlights', { roundId }),
    /** A village's of one round. Two requests up to a thousand. */
    ofVillage: (roundId: string, villageId: string) => all<HighlightDoc>(db, 'highlights', { roundId, villageId }),
    /** Who named which photos, without a word: one person's, or everybody's. One request. */
    photosOfRound: (roundId: string, by?: string) =>
      few<Pick<HighlightDoc, 'by' | 'photos'>>(
        db,
        'highlights',
        by === undefined ? { roundId } : { roundId, by },
        MOST,
        ['by', 'photos'],
      ),
    /** Two requests. */
    change: (id: string, change: (stored: HighlightDoc | null) => Omit<HighlightDoc, '_id' | 'revision'> | null) =>
      compareAndSet<HighlightDoc>(db, 'highlights', id, change),
  }
}
