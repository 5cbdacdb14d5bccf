/** The whole result of an accepted round, as recompute prints it. Server and tools only: shown-survey.ts. */
import { roundDigest, type Sha256 } from './digest'
import type { RoundFile } from './round-file'
import { fieldOf, roundRanking } from './round-ranking'
import { RESULT_FORMAT, type RoundResult } from './round-result'
import { shownSurvey } from './shown-survey'

/** `sha256`: a platform's own, where it is faster. */
export function roundResult(input: RoundFile, sha256?: Sha256): RoundResult {
  const { severity, ranking, tallies } = roundRanking(input)
  const field = fieldOf(input)
  const villages = new Map(input.villages.map((village) => [village.id, village]))
  const shown = ranking
    .filter(({ villageId }) => field.has(villageId))
    .map(({ villageId }) => shownSurvey(villages.get(villageId)!, tallies.get(villageId)!))
  return { format: RESULT_FORMAT, digest: roundDigest(input, ranking, sha256), severity, ranking, shown }
}
