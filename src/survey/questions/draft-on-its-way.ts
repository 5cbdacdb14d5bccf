/**
 * A draft's way to its receipt. The phone may be killed anywhere on it: the key and the draft are kept before anything
 * sets out, and leave only after the answer.
 */
import { call, codeOf } from '../../client/call'
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

export interface Hears {
  turned(to: Sending): void
  /** The answers have left the phone. */
  received(sent: Draft, receipt: Receipt): void
}

/**
 * Sends a draft until there is a receipt or a refusal; `kept` may have been sent in an earlier life of the app. At once
 * when it is pressed. A weak signal is none that a phone would tell of: it tries again by itself, with growing pauses.
 */
export function draftOnItsWay(kept: Draft, { turned, received }: Hears) {
  let last = kept
  let state: Sending = 'notYet'
  let tries = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let isLeft = false

  return { send, sendAgain, signalCameBack, keep, leave }

  async function send(draft: Draft): Promise<void> {
    if (state === 'now') return
    clearTimeout(pause)
    const sent = { ...draft, sent: true }
    last = sent
    keepKey(sent)
    keepDraft(sent)
    turn('now')
    try {
      const receipt = await answer(sent)
      // Only now: a phone killed before this line sends again, under the same key.
      forgetDraft(drawerOf(sent))
      // A villager who has gone elsewhere is not called back.
      if (!isLeft) received(sent, receipt)
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'tryAgain') {
        if (FOR_GOOD.includes(code)) forgetDraft(drawerOf(sent))
        else keepDraft({ ...sent, sent: false })
        return turn({ refused: code })
      }
      turn('waits')
      if (isLeft) return
      pause = setTimeout(() => void send(last), pauseAfter(++tries, Math.random()))
    }
  }

  /** The app is shown again. */
  function sendAgain(): void {
    if (state === 'waits') void send(last)
  }

  function signalCameBack(): void {
    if (state !== 'waits') return
    clearTimeout(pause)
    pause = setTimeout(sendAgain, pauseAfterSignal(Math.random()))
  }

  /** At every touch; an answer changed while it waits goes with the next send. */
  function keep(draft: Draft): void {
    last = { ...draft, sent: last.sent }
    keepDraft(last)
  }

  function leave(): void {
    isLeft = true
    clearTimeout(pause)
  }

  function turn(to: Sending): void {
    state = to
    turned(to)
  }
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
