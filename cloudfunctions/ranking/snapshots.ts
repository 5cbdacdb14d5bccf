/** 历次封存: a round's snapshots, the former ones too, and the board of each. Once it is sealed again, not before. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundContext } from '../common/serve'
import { boardOf, correctionOf } from './sealed-board'

/** Three requests. */
export async function snapshots(
  { roundId }: CallIn<'ranking', 'snapshots'>,
  { round, repos }: RoundContext,
): Promise<CallOut<'ranking', 'snapshots'>> {
  const heads = await repos.snapshots.headsOfRound(roundId)
  return {
    snapshots: heads
      .map(({ _id, n, digest, sealedAt, correction }) => ({
        n,
        digest,
        sealedAt,
        isCurrent: _id === round.snapshotId,
        correction: correctionOf({ correction }),
      }))
      .sort((a, b) => a.n - b.n),
  }
}

/** Three requests. */
export async function formerBoard(
  { roundId, n }: CallIn<'ranking', 'formerBoard'>,
  { round, repos }: RoundContext,
): Promise<CallOut<'ranking', 'formerBoard'>> {
  const snapshot = await repos.snapshots.byId(`${roundId}:${n}`)
  if (!snapshot) throw failure('notFound')
  return boardOf(round, snapshot)
}
