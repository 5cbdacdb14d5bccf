import type { CallIn, CallOut } from '../../src/contract'
import { keepPhoto } from '../common/keep-photo'
import type { RoundContext } from '../common/serve'
import { villageToFill } from './draft-part'

export async function evidencePhoto(
  send: CallIn<'programme', 'evidencePhoto'>,
  context: RoundContext,
): Promise<CallOut<'programme', 'evidencePhoto'>> {
  await villageToFill(send.villageId, context)
  return keepPhoto({ ...send, of: 'measurement' }, context)
}
