import { beforeTheWire, refusedDamage } from './damage'
import { conflicts, errors, inTransactions } from './errors'
import { limits } from './limits'
import { mingoDifferences } from './mingo'
import { openApiRows } from './open-api'
import type { Row } from './row'
import { commands, values } from './values'
import { wire } from './wire'

/** Every row of docs/platform.md that the local cloud can be asked about. A table is a file here and a line in this list. */
export const rows: readonly Row[] = [
  ...wire,
  ...values,
  ...commands,
  ...openApiRows,
  ...beforeTheWire,
  ...refusedDamage,
  ...inTransactions,
  ...conflicts,
  ...errors,
  ...mingoDifferences,
  ...limits,
]
