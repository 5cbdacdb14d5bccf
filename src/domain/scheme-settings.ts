/** What a scheme settles beside its rules: none of it enters a round file. docs/domain.md, Scoring rules. */
export type SchemeSettings = {
  organiser: string
  /** Minutes a village has to appeal against a confirmed deduction. */
  appealMinutes: number
  /** The catalogue's item under which an overdue finding proposes itself; null: none does. */
  overdueItemId: string | null
  /** Inspectors that every pair of villages must share before a round is ready. */
  sharedInspectors: number
  /** Who sees the board once announced, beside leaders and administrators. */
  announceTo: readonly string[]
  /** Days before the round's day that the survey opens. */
  surveyDaysBefore: number
  /** What a demonstration goal is worth, and in which steps it is marked. */
  goalFull: number
  goalStep: number
}
