/** A job that cannot be sealed leads back to `closed`, killed at whatever point on the way. */
import type { RoundDoc, SealingJob } from '../documents'
import { storage } from '../storage'
import type { Sealing } from './step'

/** Whether the round is still where a caller found it. */
export function standsAt({ state, sealing }: RoundDoc, job: SealingJob): boolean {
  return state === 'sealing' && sealing?.snapshotId === job.snapshotId && sealing.step === job.step && !sealing.failed
}

/** Nothing has been deleted yet. First the job says that it failed: from there on every caller only puts back. */
export async function giveUp(job: SealingJob, problem: string, sealing: Sealing): Promise<void> {
  const { by, now, round, repos } = sealing
  const failed = { problem, by, at: now }
  const { sealing: stored } = await repos.rounds.change(round._id, ['sealing', 'sealed', 'closed'], (stored) =>
    standsAt(stored, job) ? { sealing: { ...job, failed } } : null,
  )
  if (stored?.snapshotId === job.snapshotId && stored.failed) await putBack(job, stored.failed, sealing)
}

/**
 * Back to `closed`, as if nobody had proposed. Nothing of the attempt stays but a line of the audit, written here because
 * the call itself is refused. The state comes last: killed before, the next caller does the rest.
 */
export async function putBack(
  job: SealingJob,
  { problem, by, at }: NonNullable<SealingJob['failed']>,
  { round, repos }: Sealing,
): Promise<RoundDoc> {
  await repos.audits.keep({
    _id: `${round._id}:sealingFailed:${job.snapshotId}`,
    roundId: round._id,
    memberId: by,
    action: 'seal',
    on: job.snapshotId,
    before: { sealing: job.step },
    after: { state: 'closed', problem },
    reason: '',
    at,
  })
  const snapshot = await repos.snapshots.byId(job.snapshotId)
  await storage.remove([job.audit, snapshot?.files.public].flatMap((file) => (file ? [file.fileId] : [])))
  await repos.snapshots.remove(job.snapshotId)
  return repos.rounds.change(round._id, ['sealing', 'closed', 'sealed'], (stored) => {
    if (stored.sealing?.snapshotId !== job.snapshotId) return null
    return { state: 'closed', sealing: null, proposals: stored.proposals.filter(({ kind }) => kind !== 'seal') }
  })
}
