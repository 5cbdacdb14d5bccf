import { div } from './exact'
import type { Units } from './units'

/** 中位: the middle value in units; of an even number the mean of the middle two, rounded half away from zero. */
export function middleValue(values: readonly Units[]): Units | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[upper]!
  return Number(div(BigInt(sorted[upper - 1]!) + BigInt(sorted[upper]!), BigInt(2)))
}
