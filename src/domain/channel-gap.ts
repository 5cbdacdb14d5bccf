import { FEWEST_SHOWN } from './fewest-shown'

/** Of the responses that one channel brought: how many, Σ of their index in points, Σ of its squares. */
export type ChannelSums = { n: number; sum: number; sumSquares: number }

/**
 * Whether two channels' means lie more than two standard errors of their difference apart: |a − b| > 2·√(s²a/na + s²b/nb),
 * s² with n − 1. Only channels with 5 responses at least are compared. Where neither varies, any difference is one.
 *
 * Given as yes or no for a village as a whole, once, from closing on: not which channels, not which way. It is asked of
 * what counts by rule alone, so that a decision to restore never moves it. Rule: docs/domain.md, Channels.
 */
export function hasChannelGap(channels: readonly ChannelSums[]): boolean {
  const compared = channels.filter(({ n }) => n >= FEWEST_SHOWN).map(estimate)
  return compared.some((a, i) => compared.slice(i + 1).some((b) => isApart(a, b)))
}

function isApart(a: Estimate, b: Estimate): boolean {
  return Math.abs(a.mean - b.mean) > 2 * Math.sqrt(a.variance + b.variance) + ROUNDING
}

/** Sums of a hundred thousand squares of points are exact to far less than this. */
const ROUNDING = 1e-6

/** `variance` of the mean. */
type Estimate = { mean: number; variance: number }

function estimate({ n, sum, sumSquares }: ChannelSums): Estimate {
  const mean = sum / n
  return { mean, variance: Math.max(0, sumSquares - n * mean * mean) / (n - 1) / n }
}
