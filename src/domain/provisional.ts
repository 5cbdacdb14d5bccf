import type { Scheme } from './round-file'

/**
 * 缓评: too few scorecards (where inspectors' papers weigh something) or too few valid responses (where satisfaction
 * does) for a rank. Rule: docs/round-file.md, step 3.
 */
export function isProvisional(
  scheme: Pick<Scheme, 'weights' | 'minInspectors'> & { survey: Pick<Scheme['survey'], 'minResponses'> },
  { scorecards, valid }: { scorecards: number; valid: number },
): boolean {
  const { common, demonstration, satisfaction } = scheme.weights
  const tooFewCards = common + demonstration > 0 && scorecards < scheme.minInspectors
  const tooFewResponses = satisfaction > 0 && valid < scheme.survey.minResponses
  return tooFewCards || tooFewResponses
}
