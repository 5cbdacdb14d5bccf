/** 走势: a village over the rounds that the reader may read, this one last. One request, however many rounds. */
import type { CallOut } from '../../src/contract'
import { FEWEST_ROUNDS, type TrendRound, trend } from '../../src/domain/trend'
import type { RoundDoc, SnapshotDoc } from '../common/documents'
import type { RoundHeadDoc } from '../common/repositories/rounds'
import type { RoundContext } from '../common/serve'
import { mayRead } from './sealed-board'

type Trend = CallOut<'ranking', 'village'>['trend']

/** Two years and more, this round included. */
const MOST_ROUNDS = 8

/** Null: a rehearsal, a deferred village, or fewer than three rounds. */
export async function villageTrend(
  villageId: string,
  now: SnapshotDoc,
  heads: readonly RoundHeadDoc[],
  context: RoundContext,
): Promise<Trend> {
  const { round } = context
  const row = now.result.ranking.find((one) => one.villageId === villageId)
  if (round.rehearsal || !row || row.deferred) return null
  const former = formerRounds(heads, context)
  if (former.length + 1 < FEWEST_ROUNDS) return null
  const rankings = await context.repos.snapshots.rankingsOf(former.map(({ snapshotId }) => snapshotId!))
  const rounds = former.map((one) => {
    const ranking = rankings.get(one.snapshotId!)
    if (!ranking) throw new Error(`round ${one._id} is ${one.state} and has no snapshot`)
    return trendRound(one, ranking)
  })
  return trend(villageId, [...rounds, trendRound(round, now.result.ranking)])
}

/** The last real ones before this, announced to the reader; of a round on whose panel they were not, nothing is told. */
function formerRounds(heads: readonly RoundHeadDoc[], { me, round }: RoundContext): RoundHeadDoc[] {
  return heads
    .filter((one) => one.number < round.number && !one.rehearsal && one.snapshotId !== null)
    .filter((one) => one.state !== 'sealed' && mayRead(me, one))
    .slice(0, MOST_ROUNDS - 1)
}

function trendRound(
  { _id: id, number, day: date, rehearsal }: Pick<RoundDoc, '_id' | 'number' | 'day' | 'rehearsal'>,
  ranking: TrendRound['ranking'],
): TrendRound {
  return { id, number, date, rehearsal, ranking }
}
