/** An invite for one person's first or new phone. What its code says is nowhere. */
export interface InviteDoc {
  /** SHA-256(`invite:` ‖ code), in hex. */
  _id: string
  memberId: string
  /** Member id; empty: the tool that prints the first administrator's code. */
  issuedBy: string
  issuedByName: string
  issuedAt: number
  expiresAt: number
  /** Five, and it is dead. */
  wrongNames: number
  takenAt: number | null
}
