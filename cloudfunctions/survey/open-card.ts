import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { survey } from '../../src/contract/survey'
import { normalCode } from '../../src/domain/readable-code'
import { cardId } from '../common/card-codes'
import type { CardDoc, SecretDoc } from '../common/documents'
import type { AnybodyContext } from '../common/serve'
import { surveyForm } from '../common/survey-form'
import { openGate } from './open-gate'

/** Which village a household card is of, and its questions. Three requests, and nothing is written. */
export async function openCard(
  { code }: In<typeof survey.openCard>,
  context: AnybodyContext,
): Promise<Out<typeof survey.openCard>> {
  const { gate, card } = await knownCard(code, context)
  if (card.used) throw failure('cardUsed')
  return { form: await surveyForm(gate, gate.villages.find(({ id }) => id === card.villageId)!) }
}

/** The card that a typed code means in the open survey, used or not; two requests after the caller's own. */
export async function knownCard(
  code: string,
  { me, openid, now, repos }: AnybodyContext,
): Promise<{ gate: SecretDoc; card: CardDoc }> {
  // Members may help; an officer would answer for the village they are judged by.
  if (me?.roles.some(({ role }) => role === 'officer')) throw failure('hasRole')
  if (openid === '') throw failure('notAllowed')
  const gate = openGate(await repos.secrets.gate(), now)
  const normal = normalCode(code)
  const card = normal && (await repos.cards.byId(cardId(normal)))
  if (!card || card.roundId !== gate._id || !gate.villages.some(({ id }) => id === card.villageId))
    throw failure('unknownCard')
  return { gate, card }
}
