/**
 * When something was typed, by this phone's clock made to run forwards only: of two touches the later one carries the
 * later time, whatever became of the clock in between. The server compares a phone's times with nothing else.
 */
import { keep, readKept } from './kept-values'

const LAST = 'typed-at'
const AHEAD = 'clock-ahead'
const WORTH_SAYING_MINUTES = 5

let last: number | undefined

export function typedAt(): number {
  last = Math.max(Date.now(), (last ?? numberKept(LAST) ?? 0) + 1)
  keep(LAST, last)
  return last
}

/** A server's answer told its time. */
export function serverClockIs(at: number): void {
  keep(AHEAD, Date.now() - at)
}

/** Minutes by which this phone is ahead of the server (behind: less than 0), where that is worth saying. */
export function clockOffMinutes(): number | null {
  const minutes = Math.round((numberKept(AHEAD) ?? 0) / 60_000)
  return Math.abs(minutes) > WORTH_SAYING_MINUTES ? minutes : null
}

function numberKept(key: string): number | undefined {
  const kept = readKept(key)
  return typeof kept === 'number' && Number.isFinite(kept) ? kept : undefined
}
