/** How sure the order is: the draws take as long as all the rest, so they have a call of their own. */
import { roundCertainty } from '../../../src/domain/certainty'
import { sealedAsBefore } from './sealed-file'
import type { Step } from './step'

export const draw: Step = async (job) => {
  const { input, result } = await sealedAsBefore(job)
  return { sealing: { ...job, step: 'write', certainty: roundCertainty(input, result, result.digest) } }
}
