import type { Database } from '../cloud'
import type { FindingDoc } from '../documents'
import { compareAndSet, read } from '../writes'
import { all, few } from './pages'

/** A day's, many times over. */
const MOST = 1000

export function findings(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<FindingDoc>(db, 'findings', id),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<FindingDoc>(db, 'findings', { roundId }),
    /** Who named which photos, without a word: one person's, or everybody's. One request. */
    photosOfRound: (roundId: string, by?: string) =>
      few<Pick<FindingDoc, 'by' | 'photos'>>(db, 'findings', by === undefined ? { roundId } : { roundId, by }, MOST, [
        'by',
        'photos',
      ]),
    /** In which category and state each is, without a word. One request. */
    statesOfRound: (roundId: string) =>
      few<Pick<FindingDoc, 'category' | 'state'>>(db, 'findings', { roundId }, MOST, ['category', 'state']),
    /** A village's, of all real rounds. Two requests up to a thousand. */
    ofVillage: (villageId: string) => all<FindingDoc>(db, 'findings', { villageId, ...real(db) }),
    /** What these villages have not got verified as fixed yet, no rehearsal's. Two requests up to a thousand. */
    openOf: (villageIds: readonly string[]) =>
      all<FindingDoc>(db, 'findings', {
        villageId: db.command.in([...villageIds]),
        state: db.command.in(['reported', 'assigned', 'fixing', 'submitted', 'returned']),
        ...real(db),
      }),
    /** Two requests. */
    change: (id: string, change: (stored: FindingDoc | null) => Omit<FindingDoc, '_id' | 'revision'> | null) =>
      compareAndSet<FindingDoc>(db, 'findings', id, change),
  }
}

/** What a rehearsal found is nobody's to fix. */
function real(db: Database) {
  return { rehearsal: db.command.neq(true) }
}
