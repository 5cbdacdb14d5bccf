import type { AuditLine } from '../serve'

/** The job's end in the audit: one line, whoever took the last step. */
export function sealedLine(snapshotId: string): AuditLine {
  return { key: `sealed:${snapshotId}`, on: snapshotId, before: 'sealing', after: 'sealed' }
}
