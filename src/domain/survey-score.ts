import { div, exactUnits, exactWhole, least } from './exact'

/**
 * S of a village in units of a point. With fewer valid responses than the quota, the missing ones are filled with the
 * pass mark or the village's own mean, whichever is lower: silence never pays. Rule: docs/round-file.md, step 6.
 */
export function surveyScore({ valid, sum }: { valid: number; sum: bigint }, quota: bigint, passMark: number): bigint {
  const n = exactWhole(valid)
  if (valid === 0) return BigInt(0)
  const mean = div(sum, n)
  if (n >= quota) return mean
  return div(sum + (quota - n) * least(exactUnits(passMark), mean), quota)
}

/** S × weight / 100, in units of a mark. */
export function satisfactionScore(score: bigint, weight: number): bigint {
  return div(score * BigInt(weight), BigInt(100))
}
