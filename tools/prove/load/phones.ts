/**
 * Sends at their moments, whatever became of those before: arrivals wait for no answer. Each phone goes on by itself until
 * it is answered, by the pauses that the mini-program makes; an inspector's sends follow one another, as the outbox has it.
 */
import { pauseAfter } from '../../../src/client/spread'
import type { Answer } from '../../../src/contract/errors'
import type { Send } from './sends'

/** As the mini-program waits for an answer (src/client/transport.weapp.ts). */
const PATIENCE_MS = 25_000
/** How often a phone sends again before this gives up; the mini-program never does. */
const MOST_TRIES = 12

export interface Heard {
  send: Send
  /** Null: never answered. */
  answer: Answer | null
  tries: number
  /** From the moment it was due to the answer. */
  tookMs: number
}

export async function sendAll(url: string, sends: readonly Send[]): Promise<Heard[]> {
  const began = Date.now()
  const inTurn = new Map<string, Promise<unknown>>()
  const all = [...sends]
    .sort((a, b) => a.at - b.at)
    .map((send) => {
      const before = inTurn.get(send.openid) ?? Promise.resolve()
      const heard = before.then(async () => {
        await pause(began + send.at - Date.now())
        return untilAnswered(url, send, began + send.at)
      })
      inTurn.set(send.openid, heard)
      return heard
    })
  return Promise.all(all)
}

async function untilAnswered(url: string, send: Send, dueAt: number): Promise<Heard> {
  for (let tries = 1; ; tries++) {
    const answer = await sendOnce(url, send)
    if (answer && (answer.ok || answer.error.code !== 'tryAgain'))
      return { send, answer, tries, tookMs: Date.now() - dueAt }
    if (tries === MOST_TRIES) return { send, answer: null, tries, tookMs: Date.now() - dueAt }
    await pause(pauseAfter(tries, Math.random()))
  }
}

/** Null: nothing was heard, or the platform's own refusal. */
async function sendOnce(url: string, { fn, action, payload, openid }: Send): Promise<Answer | null> {
  try {
    const response = await fetch(`${url}/call/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify({ action, payload }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const told = (await response.json()) as { result?: Answer }
    return told.result ?? null
  } catch {
    return null
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))
}
