/**
 * 看依据: photos that a measured fact rests on, for who marks the village. A read; which there are, and the words, lie on
 * the phone already, pictures are too much to take along.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { whyNotScore } from '../../src/domain/recusal'
import { addressesOf } from '../common/photo-addresses'
import type { RoundContext } from '../common/serve'

/**
 * Three requests and one of storage. Whose photo it is its own document says: of this village, handed in for a measured
 * fact; a rehearsal shows the real round's.
 */
export async function evidencePhotos(
  { villageId, photos }: CallIn<'round', 'evidencePhotos'>,
  { me, round, repos }: RoundContext,
): Promise<CallOut<'round', 'evidencePhotos'>> {
  const why = whyNotScore(me.memberId, villageId, round)
  if (why) throw failure(why.code, { ...why.details, ...(why.code === 'wrongState' && { state: round.state }) })
  const files = await repos.files.byIds(photos)
  const urls = await addressesOf(files.filter((file) => file.of === 'measurement' && file.villageId === villageId))
  return { photos: photos.map((id) => ({ id, url: urls.get(id) ?? null })) }
}
