import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { survey } from '../../src/contract/survey'
import type { AnybodyContext } from '../common/serve'
import { knownCard } from './open-card'
import { accepted, answerDoc, receipt, receivedAgain, refuseUnknown, voiceDoc } from './response'

/** One card's answers, on whoever's phone: the card is the ballot, and the account is asked for nothing but its role. */
export async function answerByCard(
  send: In<typeof survey.answerByCard>,
  context: AnybodyContext,
): Promise<Out<typeof survey.answerByCard>> {
  const { gate, card } = await knownCard(send.code, context)
  refuseUnknown(send, gate.survey)

  const { villageId } = card
  // Read aloud and typed by a helper, a card is never too fast (docs/round-file.md).
  const response = answerDoc(gate, send, { villageId, channel: 'card', tooFast: false })
  const voice = voiceDoc(gate, villageId, send.voice)
  const envelopes = await context.repos.answers.putByCard(card._id, response, voice)
  switch (envelopes.kind) {
    case 'unknownCard':
    case 'cardUsed':
      throw failure(envelopes.kind)
    case 'otherKey':
      throw failure('invalid', { path: 'key', problem: '这一份已经交过了，请从户码重新开始' })
    case 'accepted':
      await accepted(response, voice, context)
      break
    case 'again':
      await receivedAgain(response, voice, context)
  }
  return receipt(response, gate.survey, false)
}
