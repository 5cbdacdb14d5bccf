import type { Database } from '../cloud'
import type { DeductionDoc } from '../documents'
import { all } from './pages'

export function deductions(db: Database) {
  return {
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<DeductionDoc>(db, 'deductions', { roundId }),
  }
}
