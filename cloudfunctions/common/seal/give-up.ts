/** A job that cannot be sealed leads back to `closed`, killed at whatever point on the way. */
import type { RoundDoc, SealingJob } from '../documents'
import type { Repositories } from '../repositories'
import { storage } from '../storage'
import type { Sealing } from './step'

/** Whether the round is still where a caller found it. */
export function standsAt({ state, sealing }: RoundDoc, job: SealingJob): boolean {
  return state === 'sealing' && sealing?.snapshotId === job.snapshotId && sealing.step === job.step && !sealing.failed
}

/**
 * Whether another caller has put the attempt back. The round alone does not say so: one that was sealed by it and reopened
 * since knows it no more either, and its edition must stay.
 */
export async function wasPutBack(
  { _id, sealing, snapshotId }: RoundDoc,
  job: SealingJob,
  repos: Repositories,
): Promise<boolean> {
  if (sealing?.snapshotId === job.snapshotId || snapshotId === job.snapshotId) return false
  return repos.audits.has(failureLine(_id, job))
}

function failureLine(roundId: string, { snapshotId }: SealingJob): string {
  return `${roundId}:sealingFailed:${snapshotId}`
}

/** Nothing has been deleted yet. First the job says that it failed: from there on every caller only puts back. */
export async function giveUp(job: SealingJob, problem: string, sealing: Sealing): Promise<void> {
  const { by, now, round, repos } = sealing
  const failed = { problem, by, at: now }
  const { sealing: stored } = await repos.rounds.change(round._id, ['sealing', 'sealed', 'closed'], (stored) =>
    standsAt(stored, job) ? { sealing: { ...stored.sealing!, failed } } : null,
  )
  if (stored?.snapshotId === job.snapshotId && stored.failed) await putBack(stored, stored.failed, sealing)
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
    _id: failureLine(round._id, job),
    roundId: round._id,
    memberId: by,
    action: 'seal',
    on: job.snapshotId,
    before: { sealing: job.step },
    after: { state: 'closed', problem },
    reason: '',
    at,
  })
  await discard(job, repos)
  return repos.rounds.change(round._id, ['sealing', 'closed', 'sealed'], (stored) => {
    if (stored.sealing?.snapshotId !== job.snapshotId) return null
    return { state: 'closed', sealing: null, proposals: stored.proposals.filter(({ kind }) => kind !== 'seal') }
  })
}

/** What the attempt has kept: the files, then the snapshot that names them. */
export async function discard(job: SealingJob, repos: Repositories): Promise<void> {
  const snapshot = await repos.snapshots.byId(job.snapshotId)
  await removeFrozen(job)
  if (snapshot?.files.public) await storage.remove([snapshot.files.public.fileId])
  await repos.snapshots.remove(job.snapshotId)
}

/** The job's own edition, also where it was killed before it could say that it is there. */
export async function removeFrozen({ audit, auditPath }: SealingJob): Promise<void> {
  if (audit) await storage.remove([audit.fileId])
  else if (auditPath) await storage.remove(await storage.idsAt([auditPath]))
}
