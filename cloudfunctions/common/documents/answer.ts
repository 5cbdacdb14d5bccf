import type { Channel } from '../../../src/domain/round-file'

export interface AnswerDoc {
  /** SHA-256(round ‖ answer key). No time, no revision. */
  _id: string
  roundId: string
  villageId: string
  channel: Channel
  answers: Record<string, number>
  tooFast: boolean
  restored: boolean
  /** Not excluded by rule and enough answered: derived, so that live counts are one aggregate. So are the next two. */
  counts: boolean
  /** Units of a point; null: too few answered. */
  index: number | null
  /** The same level throughout (src/domain/straight-lining.ts). */
  straight: boolean
}
