import type { RoundDoc, SealingJob } from '../documents'
import type { Repositories } from '../repositories'

/** What a step is taken with, whoever takes it. */
export interface Sealing {
  /** As it was when the call began. */
  round: RoundDoc
  now: number
  repos: Repositories
  /** Member id of who looks, or the timer's name (cloudfunctions/timer/go-on-sealing.ts): for the audit, should it fail. */
  by: string
}

/**
 * Does one step's work, which is the same when done twice, and answers what the round becomes by it; null: only a part is
 * done, so that the call keeps well within its time-out, and the same step is taken again.
 */
export type Step = (job: SealingJob, sealing: Sealing) => Promise<Partial<RoundDoc> | null>
