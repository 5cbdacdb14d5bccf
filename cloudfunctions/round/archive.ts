import type { CallIn, CallOut } from '../../src/contract'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { move } from './move'

/** 归档: it can be read, and its audit edition exported by two persons; nothing of it changes any more. */
export async function archive(
  send: CallIn<'round', 'archive'>,
  context: RoundContext,
): Promise<CallOut<'round', 'archive'>> {
  return { round: roundHead(await move(send, context, 'announced', 'archived')) }
}
