import type { CallIn, CallOut } from '../../src/contract'
import type { RoundContext } from '../common/serve'
import { boardOf, readableSnapshot } from './sealed-board'

/** 榜单, from the frozen snapshot: three requests. */
export async function board(
  _: CallIn<'ranking', 'board'>,
  context: RoundContext,
): Promise<CallOut<'ranking', 'board'>> {
  return boardOf(context.round, await readableSnapshot(context))
}
