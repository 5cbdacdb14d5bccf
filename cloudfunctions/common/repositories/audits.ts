import type { Database } from '../cloud'
import type { AuditDoc } from '../documents'
import { addOnce } from '../writes'

export function audits(db: Database) {
  return {
    /** Keeps a line once; a repeated send writes the same line. One request. */
    keep: (line: AuditDoc) => addOnce(db, 'audits', line),
  }
}
