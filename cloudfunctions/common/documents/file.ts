/** A file in cloud storage. */
export interface StoredFile {
  fileId: string
  bytes: number
}

/** A file in cloud storage that something names. */
export interface FileDoc {
  /** The photo's id. */
  _id: string
  roundId: string
  villageId: string
  /** Member id. */
  uploader: string
  of: 'mark' | 'finding' | 'highlight' | 'deduction' | 'measurement'
  fileId: string
  bytes: number
  at: number
  /** From when on the timer looks whether a record names it; null: it has, and one does. Absent in older ones. */
  dueAt?: number | null
}
