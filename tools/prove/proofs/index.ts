import type { Proof } from '../proof'
import { attacksProof } from './attacks'
import { chaos } from './chaos'
import { conformance } from './conformance'
import { day } from './day'
import { fuzz } from './fuzz'
import { isolation } from './isolation'
import { load } from './load'
import { matrix } from './matrix'
import { once } from './once'
import { outboxKills } from './outbox-kills'
import { preparation } from './preparation'
import { recompute } from './recompute'
import { schedules } from './schedules'
import { sealingKills } from './sealing-kills'
import { smallCells } from './small-cells'
import { storeKills } from './store-kills'
import { tamper } from './tamper'
import { twoPhones } from './two-phones'

/** A new proof is a file here and a line in this list; what takes longest stands first, as two run at once. */
export const proofs: readonly Proof[] = [
  schedules,
  chaos,
  matrix,
  fuzz,
  twoPhones,
  tamper,
  sealingKills,
  storeKills,
  load,
  once,
  outboxKills,
  recompute,
  smallCells,
  attacksProof,
  preparation,
  isolation,
  day,
  conformance,
]
