import type { Role } from '../../../src/contract/parts'
import type { Scheme } from '../../../src/domain/round-file'
import type { StraightRule } from '../../../src/domain/straight-lining'

/** A version of the scheme; once published it never changes. */
export interface SchemeDoc {
  /** id:version */
  _id: string
  revision: number
  id: string
  version: number
  state: 'draft' | 'published'
  rules: Scheme
  settings: Settings
  /** Who saved it last. Absent name: it did not come through the screens. */
  by: string
  byName?: string
  at: number
  publishedBy: string | null
  publishedAt: number | null
  /** The send that saved or published it last: the same again answers as it did. */
  sendId?: string
  /** The send that began it, however often it was saved since. */
  begunWith?: string
}

/** Scheme settings that do not enter the round file (docs/domain.md, Scoring rules). */
export interface Settings {
  organiser: string
  /** Minutes a village has to appeal against a confirmed deduction. */
  appealMinutes: number
  /** The catalogue's item under which an earlier round's overdue finding proposes itself; null or absent: none does. */
  overdueItemId?: string | null
  /** Inspectors that every pair of villages should share. */
  sharedInspectors?: number
  /** Who sees the board once announced, beside leaders and administrators. */
  announceTo: Role[]
  /** Recordings of the questions read aloud, in cloud storage, by survey item; an item without one is not read. */
  surveyAudio?: Record<string, string>
  /** Responses of a village in one minute that are a burst; absent: 15. */
  burst?: number
  /** From when the same answer throughout is worth a look; absent: 40 in a hundred of 10 responses or more. */
  straight?: StraightRule
  /** Days before the round's day that the survey opens; absent: 3. */
  surveyDaysBefore?: number
  /** What a demonstration goal is worth, and its step; absent: 10 and 0.5. */
  goalFull?: number
  goalStep?: number
}
