/**
 * What an administrator should look at in a village's survey before sealing (docs/domain.md, Survey rules): warnings, never
 * exclusions. Each is yes or no. None moves by restoring: what a decision does is seen by nobody before sealing.
 */
import { hasBurst } from './bursts'
import { hasChannelGap } from './channel-gap'
import { FEWEST_SHOWN } from './fewest-shown'
import type { Channel } from './round-file'
import { hasQuota } from './small-cells'
import { isStraightLined, type StraightRule } from './straight-lining'

export type ExclusionReason = 'channel' | 'tooFast'

export type SurveyWarning =
  | { code: 'quotaMissed' | 'channelGap' | 'burst' | 'straightLining' | 'aboveAdults'; villageId: string }
  | { code: 'excluded'; villageId: string; excludedFor: ExclusionReason }

/** A village's responses of one channel, too fast or not. */
export type ResponseGroup = {
  villageId: string
  channel: Channel
  tooFast: boolean
  received: number
  /** Answered enough, and Σ of their index in points, and of its squares. */
  answered: number
  sum: number
  sumSquares: number
  /** Answered enough, every item with the same level. */
  straight: number
}

export type WarningFacts = {
  villageId: string
  groups: readonly ResponseGroup[]
  minutes: Record<string, number>
  quota: number
  adults: number | null
  scoredChannels: readonly Channel[]
  burst: number
  straight: StraightRule
}

export function surveyWarnings(facts: WarningFacts): SurveyWarning[] {
  const { villageId, groups, minutes, quota, adults, scoredChannels } = facts
  const byRule = groups.filter(({ channel, tooFast }) => !tooFast && scoredChannels.includes(channel))
  const counting = total(byRule, 'answered')
  const straight = total(byRule, 'straight')
  const plain = [
    !hasQuota(counting, quota) && ('quotaMissed' as const),
    hasChannelGap(byRule.map(({ answered, sum, sumSquares }) => ({ n: answered, sum, sumSquares }))) &&
      ('channelGap' as const),
    hasBurst(minutes, facts.burst) && ('burst' as const),
    isStraightLined({ counting, straight }, facts.straight) && ('straightLining' as const),
    adults !== null && total(groups, 'received') > adults && ('aboveAdults' as const),
  ].flatMap((code) => (code ? [{ code, villageId }] : []))
  const excluded = (['channel', 'tooFast'] as const)
    .filter((excludedFor) => excludedOnlyFor(groups, excludedFor, scoredChannels) >= FEWEST_SHOWN)
    .map((excludedFor) => ({ code: 'excluded' as const, villageId, excludedFor }))
  return [...plain, ...excluded]
}

/**
 * How many are excluded for this reason and for no other: one that was both too fast and by an unscored channel stays
 * excluded. Below 5 nobody is told whether there are any.
 */
export function excludedOnlyFor(
  groups: readonly Pick<ResponseGroup, 'channel' | 'tooFast' | 'received'>[],
  reason: ExclusionReason,
  scoredChannels: readonly Channel[],
): number {
  const isSuch = ({ channel, tooFast }: Pick<ResponseGroup, 'channel' | 'tooFast'>) =>
    reason === 'channel' ? !tooFast && !scoredChannels.includes(channel) : tooFast && scoredChannels.includes(channel)
  return total(groups.filter(isSuch), 'received')
}

function total<K extends string>(groups: readonly Record<K, number>[], what: K): number {
  return groups.reduce((sum, group) => sum + group[what], 0)
}
