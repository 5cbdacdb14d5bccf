/** A workbook that an administrator has uploaded to be previewed, until it is written or of no use. */
export interface UploadDoc {
  /** The send id, as its path says it. */
  _id: string
  fileId: string
  at: number
}
