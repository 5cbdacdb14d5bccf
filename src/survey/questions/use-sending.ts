import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../client/call'
import { onNetworkChange } from '../../client/device'
import { restartAt } from '../../client/navigate'
import { pauseAfter, pauseAfterSignal } from '../../client/spread'
import { type Draft, drawerOf, forgetDraft, keepDraft, keepKey } from '../../client/survey-answers'
import type { ErrorCode } from '../../contract/errors'
import type { Receipt } from '../../contract/survey'

export type Sending =
  | 'notYet'
  | 'now'
  /** No receipt: the phone keeps the answers and sends them again by itself. */
  | 'waits'
  | { refused: ErrorCode }

/**
 * Sends a draft until there is a receipt or a refusal; `kept` may have been sent in an earlier life of the app. At
 * once when it is pressed. A weak signal is none that a phone would tell of: it tries again by itself, with growing pauses.
 */
export function useSending(kept: Draft) {
  const [sending, setSending] = useState<Sending>('notYet')
  const last = useRef(kept)
  const state = useRef<Sending>('notYet')
  const tries = useRef(0)
  const pause = useRef<ReturnType<typeof setTimeout>>()
  const gone = useRef(false)

  const turn = useCallback((to: Sending) => {
    state.current = to
    setSending(to)
  }, [])

  const send = useCallback(
    async (draft: Draft) => {
      if (state.current === 'now') return
      clearTimeout(pause.current)
      const sent = { ...draft, sent: true }
      last.current = sent
      keepKey(sent)
      keepDraft(sent)
      turn('now')
      try {
        const receipt = await answer(sent)
        // Only now: a phone killed before this line sends again, under the same key.
        forgetDraft(drawerOf(sent))
        // A villager who has gone elsewhere is not called back.
        if (!gone.current) restartAt('survey/thanks/index', receiptQuery(sent, receipt))
      } catch (error) {
        const code = codeOf(error)
        if (code !== 'tryAgain') {
          if (FOR_GOOD.includes(code)) forgetDraft(drawerOf(sent))
          else keepDraft({ ...sent, sent: false })
          return turn({ refused: code })
        }
        turn('waits')
        if (gone.current) return
        pause.current = setTimeout(() => void send(last.current), pauseAfter(++tries.current, Math.random()))
      }
    },
    [turn],
  )

  const sendAgain = useCallback(() => {
    if (state.current === 'waits') void send(last.current)
  }, [send])
  useDidShow(sendAgain)
  useEffect(
    () =>
      onNetworkChange((online) => {
        if (!online || state.current !== 'waits') return
        clearTimeout(pause.current)
        pause.current = setTimeout(sendAgain, pauseAfterSignal(Math.random()))
      }),
    [sendAgain],
  )
  useEffect(() => {
    if (kept.sent) void send(kept)
  }, [kept, send])
  useEffect(
    () => () => {
      gone.current = true
      clearTimeout(pause.current)
    },
    [],
  )

  /** At every touch; an answer changed while it waits goes with the next send. */
  const keep = useCallback((draft: Draft) => {
    last.current = { ...draft, sent: last.current.sent }
    keepDraft(last.current)
  }, [])

  return { sending, send, keep }
}

/** Refusals that no second try will change: what was typed leaves the phone. */
const FOR_GOOD: ErrorCode[] = [
  'closed',
  'alreadyAnswered',
  'otherVillage',
  'hasRole',
  'unknownCode',
  'unknownCard',
  'cardUsed',
  'invalid',
]

function answer(draft: Draft): Promise<Receipt> {
  const { roundId, villageId, key, answers, spentMs, opened, card } = draft
  const seconds = Math.min(86_400, Math.round(spentMs / 1000))
  const voice = draft.voice?.trim()
  const told = { key, answers, seconds, adult: true, ...(voice && { voice }) } as const
  if (card !== undefined) return call('survey', 'answerByCard', { code: card, ...told })
  return call('survey', 'answer', { roundId, villageId, ...opened, ...told })
}

function receiptQuery(draft: Draft, { uncounted }: Receipt): Record<string, string> {
  return {
    village: draft.villageId,
    ...(uncounted && { uncounted }),
    ...(draft.card !== undefined && { card: '1' }),
  }
}
