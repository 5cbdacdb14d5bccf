/** A household card 一次性户码: what it says is nowhere, only its hash. */
export interface CardDoc {
  /** SHA-256(`card:` ‖ code): common/card-codes.ts. */
  _id: string
  roundId: string
  villageId: string
  used: boolean
}
