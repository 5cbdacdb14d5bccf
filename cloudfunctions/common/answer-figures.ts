import { responseIndex } from '../../src/domain/response-index'
import type { Answers, Channel, Survey } from '../../src/domain/round-file'
import { isStraight } from '../../src/domain/straight-lining'
import { isExcluded } from '../../src/domain/survey-tally'

/**
 * What follows from a response and is kept beside it, so that counts and warnings over a hundred thousand are one
 * aggregate: whether it counts by rule, its index (units of a point; null: too few answered), the same answer throughout.
 */
export function answerFigures(
  response: { channel: Channel; tooFast: boolean; restored: boolean; answers: Answers },
  survey: Survey,
): { counts: boolean; index: number | null; straight: boolean } {
  const index = responseIndex(survey)(response.answers)
  const isValid = index !== 'invalid'
  return {
    counts: isValid && !isExcluded(response, survey.scoredChannels),
    index: isValid ? index : null,
    straight: isValid && isStraight(response.answers, survey),
  }
}
