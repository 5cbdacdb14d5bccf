/** What the frozen file comes to. Nobody sees it: the job keeps the digest alone. */
import { sealedAudit } from './sealed-file'
import type { Step } from './steps'

export const compute: Step = async (job) => {
  const { result } = await sealedAudit(job.audit!)
  return { sealing: { ...job, step: 'write', digest: result.digest } }
}
