import { exactUnits, least, most } from './exact'
import type { QuotaRule } from './round-file'
import { U } from './units'

/** How many responses a village owes: its share of households within bounds, and never more than it has households. */
export function quota({ share, min, max }: QuotaRule, households: number): bigint {
  const units = BigInt(U)
  const wanted = (exactUnits(share) * BigInt(households) + units - BigInt(1)) / units
  return least(BigInt(households), least(most(wanted, BigInt(min)), BigInt(max)))
}
