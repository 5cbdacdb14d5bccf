import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { survey } from '../../src/contract/survey'
import { responseIndex } from '../../src/domain/response-index'
import { shanghaiClock } from '../../src/domain/shanghai-clock'
import { surveyChannel } from '../../src/domain/survey-channel'
import { isTooFast } from '../../src/domain/survey-pace'
import { isExcluded } from '../../src/domain/survey-tally'
import type { AnswerDoc, SecretDoc } from '../common/documents'
import { answerId, ballotId } from '../common/envelopes'
import { hasOnsiteToken } from '../common/onsite-token'
import type { AnybodyContext } from '../common/serve'
import { openGate } from './open-gate'

type Send = In<typeof survey.answer>

/** One villager's answers: one an account, no name, no time, and nothing of it ever comes back. */
export async function answer(
  send: Send,
  { me, openid, now, repos }: AnybodyContext,
): Promise<Out<typeof survey.answer>> {
  if (me) throw failure('hasRole')
  // Without an account all such callers would share one ballot.
  if (openid === '') throw failure('notAllowed')
  const gate = openGate(await repos.secrets.byRound(send.roundId), now)
  if (!gate.villages.some((village) => village.id === send.villageId)) throw failure('unknownCode')
  refuseUnknownAnswers(send.answers, gate.survey)

  const response = responseOf(send, gate, now)
  const envelopes = await repos.answers.put(ballotId(gate.secret, openid), response)
  switch (envelopes.kind) {
    case 'alreadyAnswered':
    case 'refused':
      throw failure('alreadyAnswered')
    case 'otherVillage':
      throw failure('otherVillage')
    case 'accepted':
      // Approximate by design: a count that fails must not cost the villager the receipt.
      await repos.bursts.count(send.roundId, send.villageId, shanghaiClock(now)).catch(() => undefined)
  }
  return {
    received: true,
    replaced: envelopes.kind === 'replaced',
    counted: gate.survey.scoredChannels.includes(response.channel),
  }
}

function responseOf(send: Send, gate: SecretDoc, now: number): AnswerDoc {
  const { roundId, villageId, key, scene, code, answers, seconds } = send
  const { survey } = gate
  const response = {
    channel: surveyChannel(scene, hasOnsiteToken(gate, villageId, code, now)),
    tooFast: isTooFast(seconds, Object.keys(answers).length, survey.minSecondsPerItem),
    restored: false,
  }
  const counts = !isExcluded(response, survey.scoredChannels) && responseIndex(survey)(answers) !== 'invalid'
  return { _id: answerId(roundId, key), roundId, villageId, answers, ...response, counts }
}

function refuseUnknownAnswers(answers: Send['answers'], { items, levels }: SecretDoc['survey']): void {
  for (const [id, value] of Object.entries(answers)) {
    const path = `answers.${id}`
    if (!items.some((item) => item.id === id)) throw failure('invalid', { path, problem: '没有这道题，请重新扫码' })
    if (!levels.some((level) => level.value === value))
      throw failure('invalid', { path, problem: '没有这个选项，请重新扫码' })
  }
}
