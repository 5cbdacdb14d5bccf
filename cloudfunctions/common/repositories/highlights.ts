import type { Database } from '../cloud'
import type { HighlightDoc } from '../documents'
import { compareAndSet } from '../writes'
import { all } from './pages'

export function highlights(db: Database) {
  return {
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<HighlightDoc>(db, 'highlights', { roundId }),
    /** Two requests. */
    change: (id: string, change: (stored: HighlightDoc | null) => Omit<HighlightDoc, '_id' | 'revision'> | null) =>
      compareAndSet<HighlightDoc>(db, 'highlights', id, change),
  }
}
