/** What an answer by a village's code and one by a household card share. */
import { randomBytes } from 'node:crypto'
import { failure } from '../../src/contract/errors'
import type { Receipt } from '../../src/contract/survey'
import type { Survey } from '../../src/domain/round-file'
import { shanghaiClock } from '../../src/domain/shanghai-clock'
import { whyUncounted } from '../../src/domain/uncounted'
import { answerFigures } from '../common/answer-figures'
import type { AnswerDoc, SecretDoc, VoiceDoc } from '../common/documents'
import { answerId } from '../common/envelopes'
import type { AnybodyContext } from '../common/serve'
import { passesCheck } from '../common/text-check'

type Filled = { answers: Record<string, number>; voice?: string | undefined }

export function refuseUnknown({ answers, voice }: Filled, { items, levels, openQuestion }: Survey): void {
  for (const [id, value] of Object.entries(answers)) {
    const path = `answers.${id}`
    if (!items.some((item) => item.id === id)) throw failure('invalid', { path, problem: '没有这道题，请重新扫码' })
    if (!levels.some((level) => level.value === value))
      throw failure('invalid', { path, problem: '没有这个选项，请重新扫码' })
  }
  if (voice !== undefined && openQuestion === null)
    throw failure('invalid', { path: 'voice', problem: '这次没有要写的题，请重新扫码' })
}

export function answerDoc(
  gate: SecretDoc,
  { key, answers }: Filled & { key: string },
  came: Pick<AnswerDoc, 'villageId' | 'channel' | 'tooFast'>,
): AnswerDoc {
  const response = { ...came, answers, restored: false }
  return { _id: answerId(gate._id, key), roundId: gate._id, ...response, ...answerFigures(response, gate.survey) }
}

/** What was written, under an id that says nothing; null: nothing was. */
export function voiceDoc({ _id: roundId }: SecretDoc, villageId: string, written: string | undefined): VoiceDoc | null {
  const text = written?.trim() ?? ''
  return text === '' ? null : { _id: randomBytes(16).toString('hex'), roundId, villageId, text, state: 'unchecked' }
}

/** What follows a first answer. None of it may cost the villager the receipt. */
export async function accepted(
  { roundId, villageId }: AnswerDoc,
  voice: VoiceDoc | null,
  { openid, now, repos }: Pick<AnybodyContext, 'openid' | 'now' | 'repos'>,
): Promise<void> {
  // Approximate by design.
  const counted = repos.bursts.count(roundId, villageId, shanghaiClock(now)).catch(() => undefined)
  if (voice && (await passesCheck(voice.text, openid))) await shown(voice._id, repos)
  await counted
}

/**
 * The same send again, nobody having heard what came of it: cut off in between, its text lies there unchecked. No voice
 * is linked to its answer, so it is known by its words: what is harmless in one is harmless in all.
 */
export async function receivedAgain(
  { roundId, villageId }: AnswerDoc,
  voice: VoiceDoc | null,
  { openid, repos }: Pick<AnybodyContext, 'openid' | 'repos'>,
): Promise<void> {
  if (!voice) return
  const look = () => repos.voices.uncheckedOf(roundId, villageId, voice.text)
  const unchecked = await look()
    .catch(look)
    .catch(() => [])
  if (unchecked.length === 0 || !(await passesCheck(voice.text, openid))) return
  for (const id of unchecked) await shown(id, repos)
}

/** Nobody sends it again once there is a receipt: where the outcome is unknown it is written once more. */
async function shown(id: string, { voices }: AnybodyContext['repos']): Promise<void> {
  const show = () => voices.show(id)
  await show()
    .catch(show)
    .catch(() => undefined)
}

export function receipt(response: AnswerDoc, survey: Survey, replaced: boolean): Receipt {
  const uncounted = whyUncounted(response, survey)
  return { received: true, replaced, counted: uncounted === null, uncounted }
}
