import type { FindingCategory, RingedPhoto } from '../../../src/contract/scoring'
import type { LastSends } from '../../../src/domain/phone-sends'

/** 问题. Followed up after the round; here it is recorded. */
export interface FindingDoc {
  /** The phone's id for it. */
  _id: string
  revision: number
  roundId: string
  roundNumber: number
  villageId: string
  source: 'round' | 'visit' | 'survey'
  category: FindingCategory
  text: string
  photos: RingedPhoto[]
  photosAfter: string[]
  state: 'reported' | 'assigned' | 'fixing' | 'submitted' | 'verified' | 'returned'
  dueOn: string | null
  by: string
  byName: string
  /** The phone's clock when it was recorded, never later than the server's. */
  at: number
  phone: string
  /** The send written last: an older one that arrives later changes nothing. */
  sendId: string
  sends: LastSends
  history: { at: number; by: string; state: string; text: string }[]
  /** Of a rehearsal: no real round is told of it. Absent: of a real one. */
  rehearsal?: true
}
