/**
 * A second computation of a round's result, written from docs/round-file.md alone, step by step and without any thought of
 * speed: exact fractions everywhere, a list searched wherever something is looked up. It shares with src/domain nothing
 * but the types of what goes in and comes out, so that the two can be held against each other (prove recompute).
 */
import type { RoundFile } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import { naiveDigest } from './digest'
import { naiveRanking } from './ranking'
import { halfAwayFromZero, type Rounding } from './rounding'
import { naiveShown } from './shown'

/** `round`: told of every rounding, and may do it otherwise to see what becomes of that. */
export function naiveResult(file: RoundFile, round: Rounding = halfAwayFromZero): RoundResult {
  const { severity, ranking, tallies } = naiveRanking(file, round)
  return {
    format: 'lalian-result/1',
    digest: naiveDigest(file, ranking),
    severity,
    ranking,
    shown: ranking.flatMap(({ villageId }) => {
      const tally = tallies.get(villageId)
      return tally ? [naiveShown(file.villages.find(({ id }) => id === villageId)!, tally, round)] : []
    }),
  }
}
