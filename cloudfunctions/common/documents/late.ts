export interface LateDoc {
  /** The send id. */
  _id: string
  roundId: string
  memberId: string
  villageId: string
  action: 'arrive' | 'saveMarks' | 'submit' | 'deduct' | 'confirmDeduction'
  payload: unknown
  /** The phone's clock. */
  at: number
  receivedAt: number
  state: 'waiting' | 'admitted' | 'refused'
  /** By which proposal, and why it does not count; empty where it does. Absent while it waits. */
  decided?: { proposalId: string; at: number; why: string }
}
