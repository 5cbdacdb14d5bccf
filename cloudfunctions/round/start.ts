import type { CallIn, CallOut } from '../../src/contract'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { move } from './move'
import { proposeOverdue } from './propose-overdue'

/**
 * 发车: from here on arrivals and marks are accepted. Overdue findings propose themselves first: killed in between, the
 * round has not started, and starting it again, by anybody, adds the rest.
 */
export async function start(send: CallIn<'round', 'start'>, context: RoundContext): Promise<CallOut<'round', 'start'>> {
  if (context.round.state === 'ready') await proposeOverdue(context)
  const round = await move(send, context, 'ready', 'running', { startedAt: context.now })
  return { round: roundHead(round) }
}
