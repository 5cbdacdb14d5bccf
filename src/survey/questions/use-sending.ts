import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../client/call'
import { onNetworkChange } from '../../client/device'
import { restartAt } from '../../client/navigate'
import { type Draft, forgetDraft, keepDraft, keepKey } from '../../client/survey-answers'
import type { ErrorCode } from '../../contract/errors'
import type { SurveyForm } from '../../contract/member'
import { tallyOf } from './tally'

export type Sending =
  | 'notYet'
  | 'now'
  /** No receipt: the phone keeps the answers and sends them again when there is a network. */
  | 'waits'
  | { refused: ErrorCode }

/** Sends a draft until there is a receipt or a refusal; `kept` may have been sent in an earlier life of the app. */
export function useSending(form: SurveyForm, kept: Draft) {
  const [sending, setSending] = useState<Sending>('notYet')
  const last = useRef(kept)
  const state = useRef<Sending>('notYet')

  const turn = useCallback((to: Sending) => {
    state.current = to
    setSending(to)
  }, [])

  const send = useCallback(
    async (draft: Draft) => {
      if (state.current === 'now') return
      const sent = { ...draft, sent: true }
      last.current = sent
      keepKey(sent)
      keepDraft(sent)
      turn('now')
      try {
        const { counted } = await call('survey', 'answer', payloadOf(sent))
        // Only now: a phone killed before this line sends again, under the same key.
        forgetDraft()
        const scored = counted && tallyOf(form, sent.answers).isEnough
        restartAt('survey/thanks/index', { village: sent.villageId, counted: scored ? '1' : '0' })
      } catch (error) {
        const code = codeOf(error)
        if (FOR_GOOD.includes(code)) forgetDraft()
        turn(code === 'tryAgain' ? 'waits' : { refused: code })
      }
    },
    [form, turn],
  )

  const sendAgain = useCallback(() => {
    if (state.current === 'waits') void send(last.current)
  }, [send])
  useDidShow(sendAgain)
  useEffect(() => onNetworkChange((online) => online && sendAgain()), [sendAgain])
  useEffect(() => {
    if (kept.sent) void send(kept)
  }, [kept, send])

  /** At every touch; an answer changed while it waits goes with the next send. */
  const keep = useCallback((draft: Draft) => {
    last.current = { ...draft, sent: last.current.sent }
    keepDraft(last.current)
  }, [])

  return { sending, send, keep }
}

/** Refusals that no second try will change: what was typed leaves the phone. */
const FOR_GOOD: ErrorCode[] = ['closed', 'alreadyAnswered', 'otherVillage', 'hasRole', 'unknownCode', 'invalid']

function payloadOf({ roundId, villageId, key, answers, spentMs, opened }: Draft) {
  const seconds = Math.min(86_400, Math.round(spentMs / 1000))
  return { roundId, villageId, key, ...opened, answers, seconds, adult: true } as const
}
