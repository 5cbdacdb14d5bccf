import type { Database } from '../cloud'
import type { AuditDoc } from '../documents'
import { addOnce } from '../writes'
import { all } from './pages'

export function audits(db: Database) {
  return {
    /** Keeps a line once; a repeated send writes the same line. One request. */
    keep: (line: AuditDoc) => addOnce(db, 'audits', line),
    /** Every line of a round. Two requests up to a thousand. */
    ofRound: (roundId: string) => all<AuditDoc>(db, 'audits', { roundId }),
  }
}
