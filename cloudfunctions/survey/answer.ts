import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { survey } from '../../src/contract/survey'
import { surveyChannel } from '../../src/domain/survey-channel'
import { isTooFast } from '../../src/domain/survey-pace'
import { ballotId } from '../common/envelopes'
import { hasOnsiteToken } from '../common/onsite-token'
import type { AnybodyContext } from '../common/serve'
import { openGate } from './open-gate'
import { accepted, answerDoc, receipt, receivedAgain, refuseUnknown, voiceDoc } from './response'

/** One villager's answers: one an account, no name, no time, and nothing of it ever comes back. */
export async function answer(
  send: In<typeof survey.answer>,
  { me, openid, now, repos }: AnybodyContext,
): Promise<Out<typeof survey.answer>> {
  if (me) throw failure('hasRole')
  // Without an account all such callers would share one ballot.
  if (openid === '') throw failure('notAllowed')
  const gate = openGate(await repos.secrets.byRound(send.roundId), now)
  if (!gate.villages.some((village) => village.id === send.villageId)) throw failure('unknownCode')
  refuseUnknown(send, gate.survey)

  const { villageId, scene, code, answers, seconds } = send
  const response = answerDoc(gate, send, {
    villageId,
    channel: surveyChannel(scene, hasOnsiteToken(gate, villageId, code, now)),
    tooFast: isTooFast(seconds, Object.keys(answers).length, gate.survey.minSecondsPerItem),
  })
  const voice = voiceDoc(gate, villageId, send.voice)
  const envelopes = await repos.answers.put(ballotId(gate.secret, openid), response, voice)
  switch (envelopes.kind) {
    case 'alreadyAnswered':
    case 'refused':
      throw failure('alreadyAnswered')
    case 'otherVillage':
      throw failure('otherVillage')
    case 'accepted':
      await accepted(response, voice, { openid, now, repos })
      break
    case 'replaced':
      await receivedAgain(response, voice, { openid, repos })
  }
  return receipt(response, gate.survey, envelopes.kind === 'replaced')
}
