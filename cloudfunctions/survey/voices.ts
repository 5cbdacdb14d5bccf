/** 村民的话: what a village's people wrote, once the round is sealed, in an order that says nothing. */
import { createHash, randomInt } from 'node:crypto'
import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { survey } from '../../src/contract/survey'
import { FEWEST_SHOWN } from '../../src/domain/fewest-shown'
import { byKeys } from '../../src/domain/order'
import { roundHead, villageHead } from '../common/heads'
import { mayReadVoices } from '../common/may-read-voices'
import type { RoundContext } from '../common/serve'

/** Five requests at most. `hidden` says no more than that fewer than five may be read: none, too. */
export async function voices(
  { roundId, villageId }: In<typeof survey.voices>,
  { me, round, repos, now }: RoundContext,
): Promise<Out<typeof survey.voices>> {
  const village = round.villages.find(({ id }) => id === villageId)
  if (!village) throw failure('outOfScope')
  if (!mayReadVoices(me, villageId, round)) throw failure('recused')
  const written = await repos.voices.shownOf(roundId, villageId)
  const hidden = written.length < FEWEST_SHOWN
  return {
    round: roundHead(round),
    village: villageHead(village),
    voices: hidden ? [] : shuffled(written),
    hidden,
    at: now,
  }
}

/** Anew each time, from an order that is not the storage's: nobody reads a time or a neighbour out of it. */
function shuffled(texts: readonly string[]): string[] {
  const order = [...texts].sort(byKeys(hash))
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [a, b] = [order[last]!, order[other]!]
    order[last] = b
    order[other] = a
  }
  return order
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
