import { responseIndex } from '../../src/domain/response-index'
import type { Response, Survey } from '../../src/domain/round-file'
import { isExcluded } from '../../src/domain/survey-tally'

/** Whether a response counts by rule, as survey.answer would have stored it. */
export function counts(response: Response, survey: Survey): boolean {
  return !isExcluded(response, survey.scoredChannels) && responseIndex(survey)(response.answers) !== 'invalid'
}
