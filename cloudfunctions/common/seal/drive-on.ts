/**
 * Takes a sealing job's next step, from wherever it stood, and answers the round as it stands then: for whoever looks, a
 * person (round.seal) or the timer. A step does its work, which is the same when done twice, and only then moves the job on
 * by compare-and-set: of two callers both may work, one moves it. What cannot be sealed is put back, and refused.
 */
import { failure } from '../../../src/contract/errors'
import type { RoundDoc, SealingJob } from '../documents'
import { CannotSeal } from './cannot-seal'
import { giveUp, putBack, standsAt } from './give-up'
import type { Sealing } from './step'
import { takeStep } from './steps'

export async function driveOn(job: SealingJob, sealing: Sealing): Promise<RoundDoc> {
  const { round, repos } = sealing
  if (job.failed) return putBack(job, job.failed, sealing)
  try {
    const done = await takeStep[job.step](job, sealing)
    return await repos.rounds.change(round._id, ['sealing', 'sealed'], (stored) =>
      standsAt(stored, job) ? done : null,
    )
  } catch (error) {
    if (!(error instanceof CannotSeal)) throw error
    await giveUp(job, error.problem, sealing)
    throw failure('sealingFailed', { step: job.step, problem: error.problem })
  }
}
