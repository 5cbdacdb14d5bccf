import { exactUnits, exactWhole, least, most } from './exact'
import type { QuotaRule } from './round-file'
import { U } from './units'

/** How many responses a village owes: its share of households within bounds, and never more than it has households. */
export function quota({ share, min, max }: QuotaRule, households: number): bigint {
  const units = BigInt(U)
  const wanted = (exactUnits(share) * exactWhole(households) + units - BigInt(1)) / units
  return least(exactWhole(households), least(most(wanted, exactWhole(min)), exactWhole(max)))
}
