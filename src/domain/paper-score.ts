import { div, least, most, sum } from './exact'

/**
 * Paper score of a village in units, from its inspectors' scores. From `trimFrom` scores on (3 at the least), one
 * highest and one lowest are dropped (去掉一个最高分、一个最低分); nobody scored: 0. Rule: docs/round-file.md, step 5.
 */
export function paperScore(scores: readonly bigint[], trimFrom: number): bigint {
  const n = scores.length
  if (n === 0) return BigInt(0)
  if (n < trimFrom || n < 3) return div(sum(scores), BigInt(n))
  const extremes = scores.reduce(least) + scores.reduce(most)
  return div(sum(scores) - extremes, BigInt(n - 2))
}
