import type { Proof } from '../proof'
import { attacksProof } from './attacks'
import { day } from './day'
import { once } from './once'
import { outboxKills } from './outbox-kills'
import { schedules } from './schedules'
import { smallCells } from './small-cells'
import { twoPhones } from './two-phones'

/** A new proof is a file here and a line in this list. */
export const proofs: readonly Proof[] = [
  day,
  twoPhones,
  schedules,
  outboxKills,
  once,
  attacksProof,
  smallCells,
]
