/** What the frozen file comes to. Nobody sees it: the job keeps the digest alone. */
import { sealedAudit } from './sealed-file'
import type { Step } from './step'

export const compute: Step = async (job) => {
  const { result } = await sealedAudit(job.audit!)
  return { sealing: { ...job, step: 'draw', digest: result.digest } }
}
