import type { Proof } from '../proof'
import { attacksProof } from './attacks'
import { day } from './day'
import { once } from './once'
import { outboxKills } from './outbox-kills'
import { schedules } from './schedules'
import { smallCells } from './small-cells'
import { twoPhones } from './two-phones'

/** A new proof is a file here and a line in this list; what takes longest stands first, as two run at once. */
export const proofs: readonly Proof[] = [schedules, smallCells, outboxKills, attacksProof, once, twoPhones, day]
