import type { In, Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { keepPhoto } from '../common/keep-photo'
import type { RoundContext } from '../common/serve'
import { refuseOffRoute } from './record'

export async function photo(send: In<typeof scoring.photo>, context: RoundContext): Promise<Out<typeof scoring.photo>> {
  refuseOffRoute(send.villageId, context)
  return keepPhoto(send, context)
}
