import type { CallIn, CallOut } from '../../src/contract'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { boardRow, drawnOf, readableSnapshot } from './sealed-board'

/** 榜单, from the frozen snapshot: three requests. */
export async function board(
  _: CallIn<'ranking', 'board'>,
  context: RoundContext,
): Promise<CallOut<'ranking', 'board'>> {
  const { round } = context
  const snapshot = await readableSnapshot(context)
  return {
    round: roundHead(round),
    digest: snapshot.digest,
    weights: round.scheme.weights,
    deductionCap: round.scheme.deductionCap,
    previousNumber: snapshot.previous?.number ?? null,
    certainty: drawnOf(snapshot),
    rows: snapshot.result.ranking.map((row) => boardRow(row, round, snapshot)),
  }
}
