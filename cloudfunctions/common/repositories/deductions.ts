import type { Database } from '../cloud'
import type { DeductionDoc } from '../documents'
import { addOnce, compareAndSet, read } from '../writes'
import { all, few } from './pages'

/** A day's, many times over. */
const MOST = 1000

export function deductions(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<DeductionDoc>(db, 'deductions', id),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<DeductionDoc>(db, 'deductions', { roundId }),
    /** How they stand and which photos they name, without a word: one proposer's, or everybody's. One request. */
    statesOfRound: (roundId: string, proposer?: string) =>
      few<Pick<DeductionDoc, 'state' | 'proposer' | 'photos'>>(
        db,
        'deductions',
        proposer === undefined ? { roundId } : { roundId, proposer },
        MOST,
        ['state', 'proposer', 'photos'],
      ),
    /** One request. */
    ofVillages: (roundId: string, villageIds: readonly string[]) =>
      few<DeductionDoc>(db, 'deductions', { roundId, villageId: db.command.in([...villageIds]) }, MOST),
    /** Adds it unless it is there. One request. */
    addOnce: (doc: DeductionDoc) => addOnce(db, 'deductions', doc),
    /** Compare-and-set on its revision, again when another send was faster; null leaves it. Two requests. */
    change: (id: string, change: (stored: DeductionDoc | null) => Omit<DeductionDoc, '_id' | 'revision'> | null) =>
      compareAndSet<DeductionDoc>(db, 'deductions', id, change),
  }
}
