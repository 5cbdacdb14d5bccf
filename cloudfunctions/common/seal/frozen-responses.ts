/** The responses that are frozen: the answers as they lie, or, of a reopened round, those that were sealed before. */
import { withRestored } from '../../../src/domain/restored-responses'
import type { Response } from '../../../src/domain/round-file'
import { answerFigures } from '../answer-figures'
import type { Reopened, RoundDoc } from '../documents'
import type { Repositories } from '../repositories'
import { restoreAgreed } from '../restore-agreed'
import { CannotSeal } from './cannot-seal'
import { sealedAudit } from './sealed-file'

export type FrozenResponse = Response & { counts: boolean }

export async function frozenResponses(round: RoundDoc, repos: Repositories): Promise<FrozenResponse[]> {
  if (round.reopened) return sealedBefore(round.reopened, round)
  await restoreAgreed(round, repos)
  return repos.answers.responsesOfRound(round._id)
}

/** What two persons restored since counts as well; the survey itself never reopens. */
async function sealedBefore({ audit }: Reopened, { scheme, restored = [] }: RoundDoc): Promise<FrozenResponse[]> {
  const { input, result } = await sealedAudit(audit)
  if (result.digest !== audit.digest)
    throw new CannotSeal('the sealed edition gives another digest than it was sealed with')
  return withRestored(input.responses, restored, scheme.survey.scoredChannels).map((response) => ({
    ...response,
    counts: answerFigures(response, scheme.survey).counts,
  }))
}
