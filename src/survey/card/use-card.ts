import { useEffect, useState } from 'react'
import { call, codeOf as failureOf } from '../../client/call'
import { replace } from '../../client/navigate'
import { forgetDraft, keptDraft, startCardDraft } from '../../client/survey-answers'
import type { ErrorCode } from '../../contract/errors'
import type { SurveyForm } from '../../contract/member'
import { codeOf, isWhole, nothingTyped, type TypedCode, typed, undone, withoutGroup } from './typed-code'

export type CardStand =
  | { kind: 'typing'; refused?: ErrorCode }
  | { kind: 'checking' }
  /** The card is good: whose survey it is, and start. */
  | { kind: 'good'; form: SurveyForm; noRandom: boolean }
  /** An earlier card's answers, begun on this phone and not sent. */
  | { kind: 'begun'; answered: number }

/** A household card: its code, checked by the server, and the questions. Nothing is kept before the first question. */
export function useCard() {
  const [code, setCode] = useState<TypedCode>(nothingTyped)
  const [stand, setStand] = useState<CardStand>(begunOrTyping)

  useEffect(() => {
    // Sent without a receipt: it goes out before another one is entered.
    if (keptDraft('card')?.sent) toQuestions()
  }, [])

  /** With its last letter a code is checked by itself. */
  function change(next: TypedCode) {
    setCode(next)
    setStand({ kind: 'typing' })
    if (isWhole(next)) void check(next)
  }

  async function check(whole: TypedCode) {
    setStand({ kind: 'checking' })
    try {
      const { form } = await call('survey', 'openCard', { code: codeOf(whole) })
      setStand({ kind: 'good', form, noRandom: false })
    } catch (error) {
      setStand({ kind: 'typing', refused: failureOf(error) })
    }
  }

  async function start(form: SurveyForm) {
    try {
      await startCardDraft(form, codeOf(code))
      toQuestions()
    } catch {
      setStand({ kind: 'good', form, noRandom: true })
    }
  }

  function anotherOne() {
    forgetDraft('card')
    setCode(nothingTyped)
    setStand({ kind: 'typing' })
  }

  return {
    stand,
    code,
    type: (letter: string) => change(typed(code, letter)),
    undo: () => change(undone(code)),
    clear: (group: number) => change(withoutGroup(code, group)),
    clearAll: () => change(nothingTyped),
    checkAgain: () => void check(code),
    start,
    goOn: toQuestions,
    anotherOne,
  }
}

export type CardEntry = ReturnType<typeof useCard>

function begunOrTyping(): CardStand {
  const begun = keptDraft('card')
  return begun ? { kind: 'begun', answered: Object.keys(begun.answers).length } : { kind: 'typing' }
}

function toQuestions(): void {
  replace('survey/questions/index', { by: 'card' })
}
