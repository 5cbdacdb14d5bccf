/**
 * The sealing job, step by step. A step answers what the round becomes; between two steps nothing is in memory.
 * Steps before `delete` may find that the round cannot be sealed (CannotSeal) and lead back to `closed`; anything else
 * that goes wrong leaves the job where it is, for the next caller.
 */
import type { SealingStep } from '../../../src/contract/round'
import type { RoundDoc, SealingJob } from '../../common/documents'
import type { RoundContext } from '../../common/serve'
import { compute } from './compute'
import { destroy } from './destroy'
import { finish } from './finish'
import { freeze } from './freeze'
import { readBack } from './read-back'
import { shuffle } from './shuffle'
import { write } from './write'

export type Step = (job: SealingJob, context: RoundContext) => Promise<Partial<RoundDoc>>

export const takeStep: Record<SealingStep, Step> = {
  freeze,
  compute,
  write,
  readBack,
  delete: destroy,
  shuffle,
  done: finish,
}
