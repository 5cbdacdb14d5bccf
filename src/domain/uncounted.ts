/**
 * Why a response is read but not counted, as its sender is told; null: it counts. The reason that cannot be helped by
 * answering again the same way comes first. Rule: docs/domain.md, Survey rules (Channels) and docs/round-file.md, step 6.
 */
import { responseIndex } from './response-index'
import type { Response, Survey } from './round-file'

export type Uncounted = 'channel' | 'tooFast' | 'tooFewAnswers' | null

export function whyUncounted(
  { channel, tooFast, restored, answers }: Pick<Response, 'channel' | 'tooFast' | 'restored' | 'answers'>,
  survey: Survey,
): Uncounted {
  if (!restored && !survey.scoredChannels.includes(channel)) return 'channel'
  if (!restored && tooFast) return 'tooFast'
  return responseIndex(survey)(answers) === 'invalid' ? 'tooFewAnswers' : null
}
