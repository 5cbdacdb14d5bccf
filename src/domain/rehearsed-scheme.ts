import type { Scheme } from './round-file'

/**
 * A rehearsal asks no villager, so satisfaction weighs nothing in it and no village is deferred for want of responses
 * (docs/round-file.md, step 3). The other two papers share its weight as they stand to each other, in whole numbers that
 * sum to 100. Where both weigh nothing there is nothing to share by: the scheme stays as it is.
 */
export function rehearsedScheme(scheme: Scheme): Scheme {
  const { common, demonstration } = scheme.weights
  const marked = common + demonstration
  if (marked === 0) return scheme
  const scaled = Math.round((common * 100) / marked)
  return { ...scheme, weights: { common: scaled, demonstration: 100 - scaled, satisfaction: 0 } }
}
