/** When a round's survey opens: at midnight in Asia/Shanghai, so many days before its day (docs/domain.md, Survey rules). */
import { shanghaiTime } from './shanghai-clock'

const DAY = 24 * 60 * 60_000

/** Where a scheme's settings do not say. */
export const SURVEY_DAYS_BEFORE = 3

/** Milliseconds. `day` is `YYYY-MM-DD` in Asia/Shanghai, which has no summer time. */
export function surveyOpensAt(day: string, daysBefore: number = SURVEY_DAYS_BEFORE): number {
  return shanghaiTime(day, '00:00') - daysBefore * DAY
}
