/**
 * A provisional village that two persons rank all the same (docs/domain.md, Deferred): not where fewer than 5 responses
 * count, for its score would give single answers away (docs/round-file.md, Refused).
 */
import { FEWEST_SHOWN } from './fewest-shown'
import { isProvisional } from './provisional'
import type { Channel, Scheme, Stop } from './round-file'
import { type ExclusionReason, excludedOnlyFor, type ResponseGroup } from './survey-warnings'

export type AcceptingFacts = ProvisionalFacts & {
  villageId: string
  stops: readonly Pick<Stop, 'villageId' | 'state'>[]
  /** Exclusions of this village that two persons lifted. */
  restored: readonly { excludedFor: ExclusionReason }[]
}

export type ProvisionalFacts = {
  scheme: Pick<Scheme, 'weights' | 'minInspectors'> & {
    survey: Pick<Scheme['survey'], 'minResponses' | 'scoredChannels'>
  }
  /** Submitted ones. */
  scorecards: number
  /** The village's responses. */
  groups: readonly ResponseGroup[]
}

/** Codes of the error catalogue; `outOfScope`: not on the route, or skipped. */
export type WhyNotAccept = { code: 'outOfScope' | 'notProvisional' | 'tooFew' }

export function whyNotAccept(facts: AcceptingFacts): WhyNotAccept | undefined {
  const { villageId, scheme, stops, restored } = facts
  const isVisited = stops.some((stop) => stop.villageId === villageId && stop.state !== 'skipped')
  if (!isVisited) return { code: 'outOfScope' }
  if (!isProvisionalByRule(facts)) return { code: 'notProvisional' }
  if (scheme.weights.satisfaction > 0 && !hasEnough(facts, restored)) return { code: 'tooFew' }
  return undefined
}

/** By what the rules count alone: a restoring does not move it, so nobody sees before sealing what it did. */
export function isProvisionalByRule({ scheme, scorecards, groups }: ProvisionalFacts): boolean {
  return isProvisional(scheme, { scorecards, valid: countingByRule(groups, scheme.survey.scoredChannels) })
}

export function countingByRule(groups: readonly ResponseGroup[], scoredChannels: readonly Channel[]): number {
  const byRule = groups.filter(({ channel, tooFast }) => !tooFast && scoredChannels.includes(channel))
  return byRule.reduce((sum, { answered }) => sum + answered, 0)
}

function hasEnough({ scheme, groups }: ProvisionalFacts, restored: AcceptingFacts['restored']): boolean {
  const { scoredChannels } = scheme.survey
  const answered = groups.map((group) => ({ ...group, received: group.answered }))
  const lifted = [...new Set(restored.map(({ excludedFor }) => excludedFor))]
  const more = lifted.reduce((sum, reason) => sum + excludedOnlyFor(answered, reason, scoredChannels), 0)
  return countingByRule(groups, scoredChannels) + more >= FEWEST_SHOWN
}
