/**
 * A round's responses, wherever they are: among the answers, or, once it was sealed and reopened, in its sealed edition
 * alone: the answers are gone (docs/domain.md, Reopening).
 */
import { readRoundFile } from '../../src/domain/read-round-file'
import type { AuditEdition, Response, Survey } from '../../src/domain/round-file'
import type { ResponseGroup } from '../../src/domain/survey-warnings'
import { U } from '../../src/domain/units'
import { answerFigures } from './answer-figures'
import type { RoundDoc, StoredFile } from './documents'
import { decodeUtf8 } from './node-bytes'
import type { Repositories } from './repositories'
import { storage } from './storage'

/** By village, channel and whether too fast; of one village, if it is named. One request, of a reopened round two of storage. */
export async function gatheredGroups(
  { _id, scheme, reopened }: Pick<RoundDoc, '_id' | 'scheme' | 'reopened'>,
  repos: Repositories,
  villageId?: string,
): Promise<ResponseGroup[]> {
  if (!reopened) return repos.answers.groups(_id, villageId)
  const { responses } = await sealedEdition(reopened.audit)
  const wanted = responses.filter((one) => villageId === undefined || one.villageId === villageId)
  return groupsOf(wanted, scheme.survey)
}

/** The audit edition that was sealed, as it lies in storage. Two requests of storage. */
async function sealedEdition(file: StoredFile): Promise<AuditEdition> {
  const read = readRoundFile(await storage.bytes(file.fileId), decodeUtf8)
  if ('round' in read && read.round.edition === 'audit') return read.round
  throw new Error('a sealed file is not the audit edition that it was')
}

/** The same as the aggregate over answers (repositories/answers.ts). */
function groupsOf(responses: readonly Response[], survey: Survey): ResponseGroup[] {
  const groups = new Map<string, ResponseGroup>()
  for (const response of responses) {
    const { villageId, channel, tooFast } = response
    const { index, straight } = answerFigures(response, survey)
    const points = (index ?? 0) / U
    const key = [villageId, channel, tooFast].join()
    const none = { villageId, channel, tooFast, received: 0, answered: 0, sum: 0, sumSquares: 0, straight: 0 }
    const group = groups.get(key) ?? none
    groups.set(key, {
      ...group,
      received: group.received + 1,
      answered: group.answered + (index === null ? 0 : 1),
      sum: group.sum + points,
      sumSquares: group.sumSquares + points * points,
      straight: group.straight + (straight ? 1 : 0),
    })
  }
  return [...groups.values()]
}
