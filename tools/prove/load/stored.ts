/** Whether what was acknowledged is what is stored: each once, as it was sent, and nothing besides. */
import type { AnswerDoc, ScorecardDoc, VoiceDoc } from '../../../cloudfunctions/common/documents'
import { answerId } from '../../../cloudfunctions/common/envelopes'
import type { Heard } from './phones'

export interface Stored {
  answers: readonly AnswerDoc[]
  ballots: readonly unknown[]
  voices: readonly VoiceDoc[]
  scorecards: readonly ScorecardDoc[]
}

/** In sentences, the first ones of many; empty: all of it holds. */
export function wrongIn(heard: readonly Heard[], stored: Stored): string[] {
  const unheard = heard.filter(({ answer }) => !answer?.ok)
  const refused = unheard.map(({ send, answer, tries }) => {
    const why = answer && !answer.ok ? answer.error.code : `no answer after ${tries} tries`
    return `${send.action} of ${send.openid}: ${why}`
  })
  return [...refused, ...wrongAnswers(heard, stored), ...wrongCards(heard, stored)]
}

function wrongAnswers(heard: readonly Heard[], { answers, ballots, voices }: Stored): string[] {
  const sent = heard.flatMap(({ send }) => (send.action === 'answer' ? [send.payload] : []))
  const byId = new Map(answers.map((doc) => [doc._id, doc]))
  const wrong = sent.flatMap((payload) => {
    const doc = byId.get(answerId(payload.roundId, payload.key))
    if (!doc) return [`the answer ${payload.key} is not stored`]
    const isSame = doc.villageId === payload.villageId && isAlike(doc.answers, payload.answers)
    return isSame ? [] : [`the answer ${payload.key} is stored as another`]
  })
  const written = sent.flatMap(({ voice }) => (voice === undefined ? [] : [voice])).sort()
  const kept = voices.map(({ text }) => text).sort()
  if (answers.length !== sent.length) wrong.push(`${answers.length} answers stored of ${sent.length}`)
  if (ballots.length !== sent.length) wrong.push(`${ballots.length} ballots of ${sent.length} villagers`)
  if (written.join() !== kept.join()) wrong.push(`${kept.length} voices stored of ${written.length}, or other words`)
  return wrong
}

/** Every touch raises its card's revision by one, a submission too: twice is seen, and so is never. */
function wrongCards(heard: readonly Heard[], { scorecards }: Stored): string[] {
  const sends = heard.flatMap(({ send }) => (send.action === 'answer' ? [] : [send]))
  const places = [...new Set(sends.map(({ openid, payload }) => `${openid} ${payload.villageId}`))]
  const wrong = places.flatMap((place) => {
    const own = sends.filter(({ openid, payload }) => `${openid} ${payload.villageId}` === place)
    const sendIds = new Set(own.map(({ payload }) => payload.sendId))
    const card = scorecards.find(
      ({ villageId, marks }) =>
        villageId === own[0]!.payload.villageId && Object.values(marks).some(({ sendId }) => sendIds.has(sendId)),
    )
    if (!card) return [`the card of ${place} is not stored`]
    if (card.revision !== own.length) return [`${own.length} sends made revision ${card.revision} of ${card._id}`]
    return own.flatMap((send) => {
      if (send.action === 'submit')
        return card.submitted?.sendId === send.payload.sendId ? [] : [`${card._id} is not submitted`]
      return send.payload.changes
        .filter(({ itemId, mark }) => card.marks[itemId]?.mark !== mark)
        .map(({ itemId }) => `${card._id}: ${itemId} is not as it was sent`)
    })
  })
  return scorecards.length === places.length ? wrong : [...wrong, `${scorecards.length} cards of ${places.length}`]
}

function isAlike(a: Record<string, number>, b: Record<string, number>): boolean {
  const names = Object.keys(b)
  return Object.keys(a).length === names.length && names.every((name) => a[name] === b[name])
}
