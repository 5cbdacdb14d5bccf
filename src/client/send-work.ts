/**
 * Sends what waits on this phone: arrivals, marks, submissions. Three answers, never two: done, refused (kept here and
 * shown), unknown (the same id again, after growing pauses). One thing at a time, so a card's sends keep their order.
 */
import { errors, Failure } from '../contract/errors'
import type { MarkVersion } from '../contract/scoring'
import { call, codeOf } from './call'
import { onNetworkChange } from './device'
import { type KeptCard, nextSend, refused, saved, submittedAnswer, withConflict } from './kept-card'
import { cardOf, cardsThatWait, changeCard, phoneId, tell } from './scorecard-store'
import { newSendId } from './send-id'
import { arrivalsThatWait, changeArrival } from './today'

/** After the last touch: what one hand types in one go travels together. */
const AFTER_TOUCH_MS = 1500
const FIRST_PAUSE_MS = 2000
const LONGEST_PAUSE_MS = 60_000

let timer: ReturnType<typeof setTimeout> | undefined
let isSending = false
let failures = 0
/** Not before: the pause after an unknown outcome. */
let pausedUntil = 0
let isListening = false

/** Something was typed: goes out a moment after the last touch. */
export function sendSoon(): void {
  schedule(Math.max(AFTER_TOUCH_MS, pausedUntil - Date.now()))
}

/** A signal came back, the app is shown again, or the person asked: refused things are tried again too. */
export function sendNow(): void {
  failures = 0
  pausedUntil = 0
  schedule(0, true)
}

/** Sending was tried and the outcome is unknown: what waits is worth saying even with a network. */
export function isStuck(): boolean {
  return failures > 0
}

function schedule(ms: number, again = false): void {
  listen()
  clearTimeout(timer)
  timer = setTimeout(() => void sendAll(again), ms)
}

/** Once an app's life: a signal that comes back sends what waits, whichever page is open. */
function listen(): void {
  if (isListening) return
  isListening = true
  onNetworkChange((online) => {
    if (online) sendNow()
  })
}

async function sendAll(again: boolean): Promise<void> {
  if (isSending) return schedule(AFTER_TOUCH_MS, again)
  isSending = true
  const arrivals = arrivalsThatWait().filter(({ arrival }) => again || !arrival.refused)
  const cards = cardsThatWait().filter(({ refused }) => again || !refused)
  const sends = [
    ...arrivals.map((waiting) => () => sendArrival(waiting)),
    ...cards.map(
      ({ roundId, villageId }) =>
        () =>
          sendCard(roundId, villageId),
    ),
  ]
  let unknown = 0
  for (const send of sends) await send().catch(() => unknown++)
  isSending = false
  if (unknown > 0) retryLater()
  else failures = 0
  tell()
}

function retryLater(): void {
  const ms = pause(failures++)
  pausedUntil = Date.now() + ms
  schedule(ms)
}

/** Twice as long each time, and never in step with the other phones that lost the same signal. */
function pause(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random())
}

type WaitingArrival = ReturnType<typeof arrivalsThatWait>[number]

async function sendArrival({ roundId, villageId, arrival }: WaitingArrival): Promise<void> {
  try {
    const { confirmedAt, late } = await call('scoring', 'arrive', { roundId, villageId, at: arrival.at })
    changeArrival(roundId, villageId, { at: confirmedAt, waits: false, late, refused: null })
  } catch (error) {
    if (isUnknown(error)) throw error
    changeArrival(roundId, villageId, { ...arrival, refused: codeOf(error) })
  }
}

/** Marks first, then the submission that was pressed after them. Throws where an outcome is unknown. */
async function sendCard(roundId: string, villageId: string): Promise<void> {
  const change = (next: (card: KeptCard) => KeptCard) => changeCard(roundId, villageId, next)
  try {
    const phone = await phoneId()
    for (let send = await startSend(roundId, villageId); send; send = await startSend(roundId, villageId)) {
      const answer = await call('scoring', 'saveMarks', { roundId, villageId, phone, ...send })
      change((card) => saved(card, answer, Date.now()))
    }
    const { submitting } = cardOf(roundId, villageId)
    if (!submitting) return
    const answer = await call('scoring', 'submit', { roundId, villageId, phone, ...submitting })
    change((card) => submittedAnswer(card, submitting, answer, Date.now()))
  } catch (error) {
    if (isUnknown(error)) throw error
    change((card) => withRefusal(card, error))
  }
}

/** The send whose outcome is unknown, as it was; or what waits, kept as a send before it goes. */
async function startSend(roundId: string, villageId: string) {
  const sendId = await newSendId()
  changeCard(roundId, villageId, (card) => {
    if (card.sending) return card
    const send = nextSend(card, sendId, Date.now())
    return send ? { ...card, sending: send } : card
  })
  return cardOf(roundId, villageId).sending
}

/** Submitting met marks of another phone: they are shown for choosing. Anything else is said as it is. */
function withRefusal(card: KeptCard, error: unknown): KeptCard {
  const code = codeOf(error)
  const details = error instanceof Failure ? error.details : undefined
  const items = code === 'changed' ? (details?.items as Record<string, { theirs: MarkVersion }> | undefined) : undefined
  if (!items)
    return refused(card, code, typeof details?.problem === 'string' ? details.problem : errors[code], Date.now())
  let next: KeptCard = { ...card, submitting: null }
  for (const [itemId, { theirs }] of Object.entries(items)) next = withConflict(next, itemId, theirs)
  return next
}

function isUnknown(error: unknown): boolean {
  return codeOf(error) === 'tryAgain' || (codeOf(error) === 'changed' && !(error as Failure).details?.items)
}
