import type { Channel, Response } from './round-file'
import type { ExclusionReason } from './survey-warnings'

type Restoring = { villageId: string; excludedFor: ExclusionReason }

/**
 * Responses with the exclusions lifted that two persons lifted: all of a village's that are excluded for this one reason.
 * What was lifted before stays so. Rule: docs/domain.md, Survey rules.
 */
export function withRestored(
  responses: readonly Response[],
  restored: readonly Restoring[],
  scoredChannels: readonly Channel[],
): Response[] {
  const lifted = new Set(restored.map(({ villageId, excludedFor }) => `${villageId} ${excludedFor}`))
  return responses.map((response) => {
    const { villageId, channel, tooFast } = response
    const reasons = [tooFast && 'tooFast', !scoredChannels.includes(channel) && 'channel'].filter(Boolean)
    const isLifted = reasons.length === 1 && lifted.has(`${villageId} ${reasons[0]}`)
    return isLifted ? { ...response, restored: true } : response
  })
}
