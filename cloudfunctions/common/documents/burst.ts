export interface BurstDoc {
  /** round:village */
  _id: string
  roundId: string
  /** Responses by minute of the day, `HH:MM`, approximate. */
  minutes: Record<string, number>
}
