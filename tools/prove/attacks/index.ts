import { byCards } from './by-cards'
import { byCounts } from './by-counts'
import { byFields } from './by-fields'
import { byFreeText } from './by-free-text'
import { byHmac } from './by-hmac'
import { byLines } from './by-lines'
import { byOrder } from './by-order'
import type { Attack } from './claims'

/** A new attack is a file here and a line in this list. */
export const attacks: readonly Attack[] = [
  byHmac,
  ...byOrder,
  ...byFields,
  ...byLines,
  byCards,
  ...byFreeText,
  byCounts,
]
