/**
 * What a villager's hands, or those of who enters household cards, do on a phone: what the cover, the questions and the
 * card page do with the app when they are pressed, without their screens. Bundled into a simulated phone.
 */
import { call, codeOf } from '../../../src/client/call'
import {
  answeredVillage,
  type Draft,
  type Drawer,
  drawerThatWaits,
  keptDraft,
  keptForm,
  type Opening,
  openingBy,
  reopenDraft,
  startCardDraft,
  startDraft,
} from '../../../src/client/survey-answers'
import type { ErrorCode } from '../../../src/contract/errors'
import type { SurveyForm } from '../../../src/contract/member'
import { coverOf, isCover, type Stand } from '../../../src/pages/entry/cover'
import { draftOnItsWay } from '../../../src/survey/questions/draft-on-its-way'
import { firstUnanswered, timed } from '../../../src/survey/questions/use-questions'

/** On the cover. */
let opened: Opening
let form: SurveyForm
let isAgain = false
/** On the questions. */
let draft: Draft
let way: ReturnType<typeof draftOnItsWay>
let touchedAt = { current: 0 }
let ended: Promise<'received' | ErrorCode>

/** The cover's word; null: it could not be reached. */
export async function scan(code: string): Promise<Stand['kind'] | null> {
  opened = openingBy(code)
  try {
    const destination = await call('member', 'enter', opened)
    if (!isCover(destination)) throw new Error(`the code led to ${destination.go}`)
    const { stand, form: asked } = coverOf(destination, { draft: keptDraft(), answeredIn: answeredVillage })
    if (asked) form = asked
    isAgain = stand.kind === 'again'
    return stand.kind
  } catch (error) {
    if (codeOf(error) === 'tryAgain' && !String(error).includes('the code led')) return null
    throw error
  }
}

export async function start(): Promise<void> {
  await startDraft(form, opened, !isAgain)
  questions('own')
}

export function goOn(): void {
  reopenDraft(opened)
  questions('own')
}

/** The card's code was typed; null: it could not be asked. */
export async function typeCard(code: string): Promise<'good' | ErrorCode | null> {
  try {
    form = (await call('survey', 'openCard', { code })).form
    return 'good'
  } catch (error) {
    const refused = codeOf(error)
    return refused === 'tryAgain' ? null : refused
  }
}

export async function startCard(code: string): Promise<void> {
  await startCardDraft(form, code)
  questions('card')
}

/** The page of the questions; answers that were sent before go out by themselves. */
export function questions(drawer: Drawer): void {
  draft = keptDraft(drawer)!
  form = keptForm(drawer)!
  touchedAt = { current: Date.now() }
  ended = new Promise((resolve) => {
    way = draftOnItsWay(draft, {
      turned: (to) => {
        if (typeof to === 'object') resolve(to.refused)
      },
      received: () => resolve('received'),
    })
  })
  if (draft.sent) void way.send(draft)
}

/** The question shown; null: the last look at all of them. */
export function question(): string | null {
  return form.questions[firstUnanswered(form, draft)]?.id ?? null
}

export function choose(itemId: string, level: number): void {
  draft = timed({ ...draft, answers: { ...draft.answers, [itemId]: level } }, touchedAt)
  way.keep(draft)
}

/** What one may add, with a first answer alone. */
export function write(voice: string): void {
  if (!draft.first) return
  draft = { ...draft, voice }
  way.keep(draft)
}

export const answered = (): Draft['answers'] => draft.answers

export function submit(): void {
  void way.send(timed(draft, touchedAt))
}

/** Resolves when there is a receipt, or a refusal. */
export const outcome = (): Promise<'received' | ErrorCode> => ended

export { drawerThatWaits, keptDraft }
