/** The sample's round 2 with fewer answers, for what is sealed again and again and asks nothing of the sample's figures. */
import type { AuditEdition } from '../../src/domain/round-file'
import { readSample } from '../../tools/seed/sample'

/** One answer in five of every village, and a fifth of the quotas, so that each is as well answered as before. */
const OF_SO_MANY = 5

/** The pictures stay, all of them: of fewer than five that are left out nobody is told. */
export function fewAnswers(): AuditEdition {
  const file = readSample<AuditEdition>('round-2.json')
  const { share, min, max } = file.scheme.survey.quota
  const quota = { share: share / OF_SO_MANY, min: min / OF_SO_MANY, max: max / OF_SO_MANY }
  const ofVillage = new Map<string, number>()
  const responses = file.responses.filter(({ villageId, channel }) => {
    if (channel === 'picture') return true
    const before = ofVillage.get(villageId) ?? 0
    ofVillage.set(villageId, before + 1)
    return before % OF_SO_MANY === 0
  })
  return { ...file, scheme: { ...file.scheme, survey: { ...file.scheme.survey, quota } }, responses }
}
