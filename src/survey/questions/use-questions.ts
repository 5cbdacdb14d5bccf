import { useEffect, useRef, useState } from 'react'
import { back, pageQuery, restartAt, toTop } from '../../client/navigate'
import { type Draft, type Drawer, keptDraft, keptForm } from '../../client/survey-answers'
import type { SurveyForm } from '../../contract/member'
import { useSending } from './use-sending'

/** How long the chosen answer is shown before the next question. */
const FLASH_MS = 200

/** Where the villager stands: `at` counts the questions from 0; after the last one comes the check. */
type Standing = { draft: Draft; at: number; correcting: boolean }

/** Without a draft and its form (opened by a stale link) there is nothing to answer. */
export function useKeptSurvey() {
  const [kept] = useState(() => {
    const drawer: Drawer = pageQuery().by === 'card' ? 'card' : 'own'
    return { form: keptForm(drawer), draft: keptDraft(drawer) }
  })
  return kept.form && kept.draft ? { form: kept.form, draft: kept.draft } : null
}

export function useQuestions(form: SurveyForm, kept: Draft) {
  const last = form.questions.length
  const [standing, setStanding] = useState<Standing>(() => ({
    draft: kept,
    at: firstUnanswered(form, kept),
    correcting: false,
  }))
  const { sending, send, keep } = useSending(kept)
  const flash = useRef<ReturnType<typeof setTimeout>>()
  const touchedAt = useRef(Date.now())
  const { draft, at, correcting } = standing
  const isCard = draft.card !== undefined

  function choose(level: number) {
    const question = form.questions[at]
    // A second tap while the first one is still being shown is the same finger.
    if (!question || flash.current) return
    const answered = timed({ ...draft, answers: { ...draft.answers, [question.id]: level } }, touchedAt)
    keep(answered)
    setStanding({ ...standing, draft: answered })
    flash.current = setTimeout(() => {
      flash.current = undefined
      setStanding((before) => ({ ...before, at: correcting ? last : at + 1, correcting: false }))
    }, FLASH_MS)
  }

  function write(voice: string) {
    const written = { ...draft, voice }
    keep(written)
    setStanding({ ...standing, draft: written })
  }

  function goBack() {
    if (flash.current) return
    if (correcting) setStanding({ ...standing, at: last, correcting: false })
    else if (at > 0) setStanding({ ...standing, at: at - 1 })
    else back()
  }

  useEffect(() => () => clearTimeout(flash.current), [])
  const shown = useRef(at)
  useEffect(() => {
    // On a small screen the next question may start above what was scrolled to for the last answer.
    if (shown.current !== at) toTop()
    shown.current = at
  }, [at])

  const isSent = sending !== 'notYet'
  return {
    ...standing,
    sending,
    isCard,
    question: form.questions[at],
    last,
    choose,
    goBack,
    /** While it is under way, nothing; a card that may have arrived takes no other answers, an account's own answers do. */
    correct:
      sending === 'now' || (isCard && isSent)
        ? undefined
        : (question: number) => setStanding({ ...standing, at: question, correcting: true }),
    /** Taken with a first answer only: once that may have arrived, what was written stands. */
    write: draft.first && !isSent ? write : undefined,
    submit: () => void send(timed(draft, touchedAt)),
    /** To the cover, which says how things stand. */
    leave: () =>
      isCard ? restartAt('survey/card/index') : restartAt('pages/entry/index', { code: draft.opened.code }),
  }
}

export type Answering = ReturnType<typeof useQuestions>

/** Adds the time since the last touch; a clock that was put back adds none, one put forward at most an hour. */
export function timed(draft: Draft, touchedAt: { current: number }): Draft {
  const passed = Math.min(3_600_000, Math.max(0, Date.now() - touchedAt.current))
  touchedAt.current = Date.now()
  return { ...draft, spentMs: draft.spentMs + passed }
}

export function firstUnanswered({ questions }: SurveyForm, { answers }: Draft): number {
  const first = questions.findIndex(({ id }) => answers[id] === undefined)
  return first === -1 ? questions.length : first
}
