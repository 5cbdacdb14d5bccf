/** Reads both files back from where they lie and recomputes: only then may anything be deleted. */
import { canonicalJson } from '../../../src/domain/digest'
import type { RoundResult } from '../../../src/domain/round-result'
import type { SealedFile } from '../documents'
import { CannotSeal } from './cannot-seal'
import { sealedAudit, sealedPublic } from './sealed-file'
import type { Step } from './step'

export const readBack: Step = async (job, { repos }) => {
  const snapshot = await repos.snapshots.byId(job.snapshotId)
  if (!snapshot) throw new CannotSeal('the snapshot is not there')
  const { result } = await sealedAudit(snapshot.files.audit)
  const same =
    result.digest === job.digest &&
    snapshot.digest === job.digest &&
    canonicalJson(snapshot.result) === canonicalJson(result)
  if (!same) throw new CannotSeal('read back, the sealed files give another result')
  await refuseOtherPublic(snapshot.files.public, result)
  return { sealing: { ...job, step: 'delete' } }
}

async function refuseOtherPublic(file: SealedFile | null, sealed: RoundResult): Promise<void> {
  if (!file) return
  const { result } = await sealedPublic(file)
  if (result.digest !== file.digest || canonicalJson(result.ranking) !== canonicalJson(sealed.ranking))
    throw new CannotSeal('read back, the public edition gives another result')
}
