/**
 * What a round comes to, `lalian-result/1`: the ranking as recompute prints it. Every mark here is in whole
 * {@link Units} (1/10 000 mark); `shown` is in points and shares, rounded to four decimals.
 */
import type { MarkedPaper } from './round-file'
import type { Units } from './units'

export const RESULT_FORMAT = 'lalian-result/1'

export type RoundResult = {
  format: typeof RESULT_FORMAT
  /** `sha256:` over the canonical JSON of `{ input, ranking }`. */
  digest: string
  severity: Record<MarkedPaper, SeverityOutcome>
  ranking: RankedVillage[]
  /** Outside the digest, in the ranking's order, for every visited village. */
  shown: ShownSurvey[]
}

export type SeverityOutcome = 'applied' | 'not needed' | 'not estimable' | 'off'

/** A deferred village has null where a ranked one has figures. */
export type RankedVillage = {
  rank: number | null
  villageId: string
  deferred: boolean
  total: Units | null
  common: Units | null
  demonstration: Units | null
  satisfaction: Units | null
  deductions: Units | null
  /** The two marked papers before severity adjustment. */
  plain: Record<MarkedPaper, Units> | null
  /** Scorecards that counted. */
  inspectors: number
  survey: SurveyCounts & { quota: number }
}

export type SurveyCounts = { received: number; excluded: number; invalid: number; valid: number }

export type Interval = [low: number, high: number]

export type ShownSurvey = {
  villageId: string
  /** valid / households */
  coverage: number
  mean: number | null
  meanInterval: Interval | null
  rate: number | null
  rateInterval: Interval | null
}
