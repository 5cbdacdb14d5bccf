/**
 * Takes a sealing job's next step, from wherever it stood, and answers the round as it stands then: for whoever looks, a
 * person (round.seal) or the timer. A step does its work, which is the same when done twice, and only then moves the job on
 * by compare-and-set: of two callers both may work, one moves it. What cannot be sealed is put back, and refused.
 */
import { failure } from '../../../src/contract/errors'
import type { RoundDoc, SealingJob } from '../documents'
import { CannotSeal } from './cannot-seal'
import { discard, giveUp, putBack, standsAt, wasPutBack } from './give-up'
import type { Sealing } from './step'
import { takeStep } from './steps'

export async function driveOn(job: SealingJob, sealing: Sealing): Promise<RoundDoc> {
  const { round, repos } = sealing
  if (job.failed) return putBack(job, job.failed, sealing)
  try {
    const done = await takeStep[job.step](job, sealing)
    const moved = await repos.rounds.change(round._id, ['sealing', 'sealed', 'closed'], (stored) =>
      standsAt(stored, job) ? done : null,
    )
    // Slower than another caller who found that it cannot be sealed: what was kept since is kept for nothing.
    if (await wasPutBack(moved, job, repos)) await discard({ ...job, ...done?.sealing }, repos)
    return moved
  } catch (error) {
    if (!(error instanceof CannotSeal)) throw error
    await giveUp(job, error.problem, sealing)
    throw failure('sealingFailed', { step: job.step, problem: error.problem })
  }
}
