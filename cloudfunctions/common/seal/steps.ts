/**
 * The sealing job, step by step. A step answers what the round becomes; between two steps nothing is in memory.
 * Steps before `delete` may find that the round cannot be sealed (CannotSeal) and lead back to `closed`; anything else
 * that goes wrong leaves the job where it is, for the next caller.
 */
import type { SealingStep } from '../../../src/contract/round'
import { compute } from './compute'
import { destroy } from './destroy'
import { draw } from './draw'
import { finish } from './finish'
import { freeze } from './freeze'
import { readBack } from './read-back'
import { shuffle } from './shuffle'
import type { Step } from './step'
import { write } from './write'

export const takeStep: Record<SealingStep, Step> = {
  freeze,
  compute,
  draw,
  write,
  readBack,
  delete: destroy,
  shuffle,
  done: finish,
}
