/**
 * A villager's answers on this phone: the draft while it is being answered and sent, and the answer key, which stays when
 * everything else is gone. The key says that this phone sent a response, and nothing of what it said. A household card's
 * draft lies in a drawer of its own, so that a helper's own answers are not touched, and leaves nothing at all.
 */
import type { SurveyForm } from '../contract/member'
import { SCANNED_BY_CAMERA } from '../domain/survey-channel'
import { villageCode, villageOfCode } from '../domain/village-code'
import { launch, randomBytes, storage } from './device'

/** How the cover was opened: what the scanned code carried, and WeChat's launch scene. */
export type Opening = { code: string; scene: number }

/** `own`: of the account whose phone this is; `card`: of a household card, entered on anybody's phone. */
export type Drawer = 'own' | 'card'

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
  /** The household card's code; absent: this account's own answers. */
  card?: string
  /** Nothing was answered before: the open question is asked only then. */
  first?: boolean
  /** What was written to the open question. */
  voice?: string
}

/** The form is kept beside the draft, so that a reopened phone can go on, or send, before it has a signal. */
const PLACES: Record<Drawer, { draft: string; form: string }> = {
  own: { draft: 'survey/draft', form: 'survey/form' },
  card: { draft: 'survey/card-draft', form: 'survey/card-form' },
}
const KEYS = 'survey/key/'
const keyOf = (roundId: string, villageId: string) => `${KEYS}${roundId}/${villageId}`

export function keptDraft(drawer: Drawer = 'own'): Draft | undefined {
  const form = keptForm(drawer)
  const draft = storage.get(PLACES[drawer].draft) as (Omit<Draft, 'opened'> & Partial<Draft>) | undefined
  if (!form || draft?.roundId !== form.roundId || draft.villageId !== form.village.id) return undefined
  // A draft of a version that kept no opening was opened as the app is now.
  return { opened: { code: villageCode(draft.villageId), scene: launch().scene }, ...draft }
}

export function keptForm(drawer: Drawer = 'own'): SurveyForm | undefined {
  return storage.get(PLACES[drawer].form) as SurveyForm | undefined
}

/** Answers that were sent and got no receipt yet: they come before everything else. */
export function drawerThatWaits(): Drawer | undefined {
  return (['own', 'card'] as const).find((drawer) => keptDraft(drawer)?.sent)
}

/**
 * Begins blank. `first`: this account has answered nothing yet. Rejects where the phone gives no random bytes: a
 * guessable key would be no key.
 */
export async function startDraft(form: SurveyForm, opened: Opening, first: boolean): Promise<void> {
  const { roundId } = form
  const villageId = form.village.id
  const before = keptDraft()
  const held = storage.get(keyOf(roundId, villageId)) as string | undefined
  const mayHaveArrived = before?.sent && before.roundId === roundId && before.villageId === villageId
  const key = held ?? (mayHaveArrived ? before.key : await newKey())
  begin('own', form, { roundId, villageId, key, answers: {}, spentMs: 0, sent: false, opened, first })
}

/** A household card's answers, begun blank. Rejects as startDraft does. */
export async function startCardDraft(form: SurveyForm, card: string): Promise<void> {
  const { roundId, village } = form
  const key = await newKey()
  const opened = { code: villageCode(village.id), scene: launch().scene }
  const blank = { answers: {}, spentMs: 0, sent: false, first: true }
  begin('card', form, { roundId, villageId: village.id, key, opened, card, ...blank })
}

function begin(drawer: Drawer, form: SurveyForm, draft: Draft): void {
  storage.set(PLACES[drawer].form, form)
  storage.set(PLACES[drawer].draft, draft)
}

/**
 * How the app is open now; scanned from inside it is as good as by WeChat's own camera. Opened otherwise (a list of
 * mini-programs, a chat), with a draft of this village on the phone, it is still the scan that began the draft.
 */
export function openingBy(code: string, scannedInside = false): Opening {
  const scene = scannedInside ? SCANNED_BY_CAMERA : launch().scene
  const draft = scene === SCANNED_BY_CAMERA ? undefined : keptDraft()
  return draft?.villageId === villageOfCode(code) && draft ? draft.opened : { code, scene }
}

/** The code was scanned again: by this one the answers go out. */
export function reopenDraft(opened: Opening): void {
  const draft = keptDraft()
  if (draft?.villageId === villageOfCode(opened.code) && draft) keepDraft({ ...draft, opened })
}

/** At every touch. A full phone goes on with what it has in memory. */
export function keepDraft(draft: Draft): void {
  try {
    storage.set(PLACES[drawerOf(draft)].draft, draft)
  } catch {}
}

/** Before the first send: whatever becomes of it, this phone must be able to send again under the same key. A card's key lies in its draft. */
export function keepKey({ roundId, villageId, key, card }: Draft): void {
  if (card !== undefined) return
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

/** The answers leave the phone's memory for good; of an account's own the key stays. */
export function forgetDraft(drawer: Drawer = 'own'): void {
  storage.remove(PLACES[drawer].draft)
  storage.remove(PLACES[drawer].form)
}

export function drawerOf({ card }: Draft): Drawer {
  return card === undefined ? 'own' : 'card'
}

async function newKey(): Promise<string> {
  const bytes = await randomBytes(16)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
