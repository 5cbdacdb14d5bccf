/**
 * 现场码: the picture that an inspector's phone shows to villagers on the spot, fetched before departure. A read: who
 * sits on the panel may have it as often as they like.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { whyNotScore } from '../../src/domain/recusal'
import { miniProgramCode } from '../common/mini-program-code'
import { onsiteCodeOf } from '../common/onsite-token'
import type { RoundContext } from '../common/serve'

/** Three requests, and one to WeChat. */
export async function onsiteCode(
  { roundId, villageId }: CallIn<'round', 'onsiteCode'>,
  { me, round, repos }: RoundContext,
): Promise<CallOut<'round', 'onsiteCode'>> {
  const why = whyNotScore(me.memberId, villageId, round)
  if (why) throw failure(why.code, { ...why.details, ...(why.code === 'wrongState' && { state: round.state }) })
  const code = onsiteCodeOf(await repos.secrets.byRound(roundId), villageId)
  // A rehearsal surveys nobody, and without a gate there is nothing to answer.
  if (!code) throw failure('notFound')
  const { contentType, bytes } = await miniProgramCode(code.scene)
  return { ...code, contentType, base64: bytes.toString('base64') }
}
