/** 户码: how many cards each village may have, and has been printed so far. Neither codes nor who prints. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { roundHead, villageHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { issuedCards } from './issued-cards'

/** Two requests: members and the round. */
export async function cardPrints(
  _send: CallIn<'round', 'cardPrints'>,
  { round, now }: RoundContext,
): Promise<CallOut<'round', 'cardPrints'>> {
  // A rehearsal surveys nobody: printCards refuses it alike.
  if (round.rehearsal) throw failure('notFound')
  return {
    round: roundHead(round),
    villages: round.villages.map((village) => ({
      village: villageHead(village),
      households: village.households,
      issued: issuedCards(round, village.id),
    })),
    at: now,
  }
}
