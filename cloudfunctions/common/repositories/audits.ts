import type { Database } from '../cloud'
import type { AuditDoc } from '../documents'
import { addOnce, read } from '../writes'
import { all } from './pages'

export function audits(db: Database) {
  return {
    /** Keeps a line once; a repeated send writes the same line. One request. */
    keep: (line: AuditDoc) => addOnce(db, 'audits', line),
    /** One request. */
    has: async (id: string) => (await read<AuditDoc>(db, 'audits', id)) !== null,
    /** Every line of a round. Two requests up to a thousand. */
    ofRound: (roundId: string) => all<AuditDoc>(db, 'audits', { roundId }),
  }
}
