/**
 * A villager's answers on this phone: the draft while it is being answered and sent, and the answer key, which stays when
 * everything else is gone. The key says that this phone sent a response, and nothing of what it said.
 */
import type { SurveyForm } from '../contract/member'
import { SCANNED_BY_CAMERA } from '../domain/survey-channel'
import { villageCode, villageOfCode } from '../domain/village-code'
import { launch, randomBytes, storage } from './device'

/** How the cover was opened: what the scanned code carried, and WeChat's launch scene. */
export type Opening = { code: string; scene: number }

export type Draft = {
  roundId: string
  villageId: string
  key: string
  /** Item id to level value. */
  answers: Record<string, number>
  /** Time spent on the questions so far. Summed up in steps: one jump of the phone's clock must not make an answer too fast. */
  spentMs: number
  /** Sent at least once; whether it arrived may be unknown. */
  sent: boolean
  /** Goes out with the answers: a phone killed in between is launched otherwise, and by no code. */
  opened: Opening
}

const DRAFT = 'survey/draft'
/** Kept beside the draft, so that a reopened phone can go on, or send, before it has a signal. */
const FORM = 'survey/form'
const KEYS = 'survey/key/'
const keyOf = (roundId: string, villageId: string) => `${KEYS}${roundId}/${villageId}`

export function keptDraft(): Draft | undefined {
  const form = storage.get(FORM) as SurveyForm | undefined
  const draft = storage.get(DRAFT) as (Omit<Draft, 'opened'> & Partial<Draft>) | undefined
  if (!form || draft?.roundId !== form.roundId || draft.villageId !== form.village.id) return undefined
  // A draft of a version that kept no opening was opened as the app is now.
  return { opened: { code: villageCode(draft.villageId), scene: launch().scene }, ...draft }
}

export function keptForm(): SurveyForm | undefined {
  return storage.get(FORM) as SurveyForm | undefined
}

/** Begins blank. Rejects where the phone gives no random bytes: a guessable key would be no key. */
export async function startDraft(form: SurveyForm, opened: Opening): Promise<void> {
  const { roundId } = form
  const villageId = form.village.id
  const before = keptDraft()
  const held = storage.get(keyOf(roundId, villageId)) as string | undefined
  const mayHaveArrived = before?.sent && before.roundId === roundId && before.villageId === villageId
  const key = held ?? (mayHaveArrived ? before.key : await newKey())
  storage.set(FORM, form)
  storage.set(DRAFT, { roundId, villageId, key, answers: {}, spentMs: 0, sent: false, opened } satisfies Draft)
}

/**
 * How the app is open now. Opened otherwise than by camera (a list of mini-programs, a chat), with a draft of this village
 * on the phone, it is still the scan that began the draft.
 */
export function openingBy(code: string): Opening {
  const { scene } = launch()
  const draft = scene === SCANNED_BY_CAMERA ? undefined : keptDraft()
  return draft?.villageId === villageOfCode(code) && draft ? draft.opened : { code, scene }
}

/** The code was scanned again: by this one the answers go out. */
export function reopenDraft(opened: Opening): void {
  const draft = keptDraft()
  if (draft) keepDraft({ ...draft, opened })
}

/** At every touch. A full phone goes on with what it has in memory. */
export function keepDraft(draft: Draft): void {
  try {
    storage.set(DRAFT, draft)
  } catch {}
}

/** Before the first send: whatever becomes of it, this phone must be able to send again under the same key. */
export function keepKey({ roundId, villageId, key }: Draft): void {
  for (const old of storage.keys()) if (old.startsWith(KEYS) && !old.startsWith(keyOf(roundId, ''))) storage.remove(old)
  storage.set(keyOf(roundId, villageId), key)
}

/** The village this phone answered for in that round. */
export function answeredVillage(roundId: string): string | undefined {
  const start = keyOf(roundId, '')
  return storage
    .keys()
    .find((key) => key.startsWith(start))
    ?.slice(start.length)
}

/** The answers leave the phone's memory for good; the key stays. */
export function forgetDraft(): void {
  storage.remove(DRAFT)
  storage.remove(FORM)
}

async function newKey(): Promise<string> {
  const bytes = await randomBytes(16)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
