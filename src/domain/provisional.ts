import type { Scheme } from './round-file'

export type ProvisionalScheme = Pick<Scheme, 'weights' | 'minInspectors'> & {
  survey: Pick<Scheme['survey'], 'minResponses'>
}

export type WhyProvisional = 'tooFewCards' | 'tooFewResponses'

/**
 * 缓评: too few scorecards (where inspectors' papers weigh something) or too few valid responses (where satisfaction
 * does) for a rank. Rule: docs/round-file.md, step 3.
 */
export function whyProvisional(
  scheme: ProvisionalScheme,
  { scorecards, valid }: { scorecards: number; valid: number },
): WhyProvisional[] {
  const { common, demonstration, satisfaction } = scheme.weights
  const why: WhyProvisional[] = []
  if (common + demonstration > 0 && scorecards < scheme.minInspectors) why.push('tooFewCards')
  if (satisfaction > 0 && valid < scheme.survey.minResponses) why.push('tooFewResponses')
  return why
}

export function isProvisional(scheme: ProvisionalScheme, counts: { scorecards: number; valid: number }): boolean {
  return whyProvisional(scheme, counts).length > 0
}
