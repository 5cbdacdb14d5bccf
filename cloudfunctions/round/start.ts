import type { CallIn, CallOut } from '../../src/contract'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { move } from './move'

/** 发车: from here on arrivals and marks are accepted. */
export async function start(send: CallIn<'round', 'start'>, context: RoundContext): Promise<CallOut<'round', 'start'>> {
  const round = await move(send, context, 'ready', 'running', { startedAt: context.now })
  return { round: roundHead(round) }
}
