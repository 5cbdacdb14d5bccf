/**
 * The platform takes so many database requests a second and refuses what is one too many before anything is done. Such a
 * request waits a moment and is sent again, at random moments so that many callers do not come back together; the call
 * as a whole is not begun anew, which would only ask more. Nothing else is retried here: what is unknown stays unknown.
 * docs/decisions/2026-11-29-the-days-load.md
 */
import type { Database, Transaction } from './cloud'

/** What the SDK's names for a request are; everything else it offers only describes one. */
const REQUESTS = new Set(['get', 'add', 'set', 'update', 'remove', 'count', 'end'])
const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 2_000

/** `db` until `deadline` (ms): after it a refused request fails at once, so that the caller hears from us in time. */
export function patient(db: Database, deadline: number): Database {
  const wait = waiting(deadline)
  const waits = described(db, wait)
  return new Proxy(waits, {
    get: (_, name) =>
      name === 'runTransaction'
        ? // Its beginning and its end are requests too: refused, nothing of it was done.
          <R>(work: (transaction: Transaction) => Promise<R>) =>
            wait(() => db.runTransaction((transaction) => work(described(transaction, wait))))
        : Reflect.get(waits, name),
  })
}

export function isBusy(error: unknown): boolean {
  const { errCode, errMsg, message, code } = (error ?? {}) as Record<string, unknown>
  return errCode === -501003 || /EXCEED_REQUEST_LIMIT/.test(`${errMsg ?? ''} ${message ?? ''} ${code ?? ''}`)
}

/** Milliseconds before a request that was refused so often before is sent again: 0.3 s doubling to 2 s, half to one and a half of it. */
export function pauseOfRefused(before: number, chance: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** before, LONGEST_PAUSE_MS) * (0.5 + chance)
}

type Waiting = <R>(request: () => Promise<R>) => Promise<R>

function waiting(deadline: number): Waiting {
  return async (request) => {
    for (let refused = 0; ; refused++) {
      try {
        return await request()
      } catch (error) {
        const pause = pauseOfRefused(refused, Math.random())
        if (!isBusy(error) || Date.now() + pause > deadline) throw error
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }
}

/** A collection, a query, a document: their requests wait, what they describe further does too. */
function described<T extends object>(target: T, wait: Waiting): T {
  return new Proxy(target, {
    get(_, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      const call = (...words: unknown[]) => Reflect.apply(value, target, words) as unknown
      if (REQUESTS.has(String(name))) return (...words: unknown[]) => wait(() => call(...words) as Promise<unknown>)
      return (...words: unknown[]) => {
        const next = call(...words)
        return typeof next === 'object' && next !== null ? described(next, wait) : next
      }
    },
  })
}
