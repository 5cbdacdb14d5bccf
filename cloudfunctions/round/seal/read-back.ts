/** Reads both files back from where they lie and recomputes: only then may anything be deleted. */
import { canonicalJson } from '../../../src/domain/digest'
import { CannotSeal } from './cannot-seal'
import { sealedAudit, sealedPublic } from './sealed-file'
import type { Step } from './step'

export const readBack: Step = async (job, { repos }) => {
  const snapshot = await repos.snapshots.byId(job.snapshotId)
  if (!snapshot) throw new CannotSeal('the snapshot is not there')
  const { result } = await sealedAudit(snapshot.files.audit)
  const { result: published } = await sealedPublic(snapshot.files.public)
  const same =
    result.digest === job.digest &&
    snapshot.digest === job.digest &&
    published.digest === snapshot.files.public.digest &&
    canonicalJson(snapshot.result) === canonicalJson(result) &&
    canonicalJson(published.ranking) === canonicalJson(result.ranking)
  if (!same) throw new CannotSeal('read back, the sealed files give another result')
  return { sealing: { ...job, step: 'delete' } }
}
