import type { CallIn, CallOut } from '../../src/contract'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { move } from './move'

/** 公布: the frozen ranking becomes visible to those whom the scheme lets see it. */
export async function announce(
  send: CallIn<'round', 'announce'>,
  context: RoundContext,
): Promise<CallOut<'round', 'announce'>> {
  const round = await move(send, context, 'sealed', 'announced')
  return { round: roundHead(round) }
}
