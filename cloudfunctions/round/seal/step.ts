import type { RoundDoc, SealingJob } from '../../common/documents'
import type { RoundContext } from '../../common/serve'

/**
 * Does one step's work, which is the same when done twice, and answers what the round becomes by it; null: only a part is
 * done, so that the call keeps well within its time-out, and the same step is taken again.
 */
export type Step = (job: SealingJob, context: RoundContext) => Promise<Partial<RoundDoc> | null>
