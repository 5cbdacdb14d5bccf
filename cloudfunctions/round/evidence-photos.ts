/**
 * 看依据: the photos that a measured fact rests on, for who marks the village. A read; the words lie on the phone already,
 * pictures are too much to take along.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { whyNotScore } from '../../src/domain/recusal'
import { photoAddresses } from '../common/photo-addresses'
import type { RoundContext } from '../common/serve'

/** Four requests, three where there are no photos, and one of storage. */
export async function evidencePhotos(
  { roundId, villageId, indicatorId }: CallIn<'round', 'evidencePhotos'>,
  { me, round, repos }: RoundContext,
): Promise<CallOut<'round', 'evidencePhotos'>> {
  const why = whyNotScore(me.memberId, villageId, round)
  if (why) throw failure(why.code, { ...why.details, ...(why.code === 'wrongState' && { state: round.state }) })
  const fact = await repos.measurements.of(roundId, villageId, indicatorId)
  if (!fact) throw failure('notFound')
  const photos = fact.photos ?? []
  const urls = await photoAddresses(photos, repos)
  return { photos: photos.map((id) => ({ id, url: urls.get(id) ?? null })) }
}
