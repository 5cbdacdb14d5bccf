import type { Interval } from './round-result'

/** The standard normal's 0.975 quantile. */
const Z = 1.959963984540054

/** Wilson's 95 % score interval of a share, without continuity correction, within [0, 1]; trials above 0. */
export function wilson(successes: number, trials: number): Interval {
  const share = successes / trials
  const pull = (Z * Z) / trials
  const centre = share + pull / 2
  const half = Z * Math.sqrt((share * (1 - share)) / trials + pull / (4 * trials))
  return [Math.max(0, (centre - half) / (1 + pull)), Math.min(1, (centre + half) / (1 + pull))]
}
