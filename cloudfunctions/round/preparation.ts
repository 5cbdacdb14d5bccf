import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundContext } from '../common/serve'
import { preparationOf } from './draft/preparation'

/** Nine requests, and one more for each of goals and facts where there are a hundred or more. */
export async function preparation(
  _send: CallIn<'round', 'preparation'>,
  { round, repos, now }: RoundContext,
): Promise<CallOut<'round', 'preparation'>> {
  if (round.rehearsal) throw failure('wrongState', { state: round.state })
  return preparationOf(round, repos, now)
}
