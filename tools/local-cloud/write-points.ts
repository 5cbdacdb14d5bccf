/**
 * The places at which something is written, by name, in the order in which a write passes them: a proof kills the
 * process there (`prove store-kills`). `startLocalCloud({ reached })` is told of each; it must not throw.
 */
export const writePoints = [
  // A transaction's commit, around the write of its documents.
  'transaction-begun',
  // One write of one or several documents: SQLite's BEGIN, each document with its index rows, COMMIT.
  'change-begun',
  'document-changed',
  'before-commit',
  'after-commit',
  'transaction-done',
  // It is on disk; the answer has not left.
  'before-answer',
  // What was removed is overwritten: VACUUM, its mark taken back, the log cut.
  'before-rebuild',
  'after-rebuild',
  'before-log-cut',
  'after-log-cut',
  // A file: written beside, renamed; or deleted.
  'part-begun',
  'part-half',
  'before-rename',
  'after-rename',
  'before-deletion',
  'after-deletion',
] as const

export type WritePoint = (typeof writePoints)[number]

export type WhenReached = (point: WritePoint) => void
