import type { Proof } from '../proof'
import { attacksProof } from './attacks'
import { day } from './day'
import { once } from './once'
import { outboxKills } from './outbox-kills'
import { schedules } from './schedules'
import { sealingKills } from './sealing-kills'
import { smallCells } from './small-cells'
import { tamper } from './tamper'
import { twoPhones } from './two-phones'

/** A new proof is a file here and a line in this list. */
export const proofs: readonly Proof[] = [
  day,
  twoPhones,
  schedules,
  outboxKills,
  sealingKills,
  once,
  attacksProof,
  smallCells,
  tamper,
]
