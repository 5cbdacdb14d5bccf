export interface AuditDoc {
  /** round:sendId */
  _id: string
  roundId: string | null
  memberId: string
  action: string
  on: string
  before: unknown
  after: unknown
  reason: string
  at: number
}
