/** The last touch of a mark, to take back. Until the app is closed: what was typed is kept, what could be undone is not. */
export type Touch = { roundId: string; villageId: string; itemId: string; from: number | null; to: number }

let last: Touch | null = null

export function rememberTouch(touch: Touch): void {
  last = touch
}

export function forgetTouch(): void {
  last = null
}

export function lastTouchOf(roundId: string, villageId: string): Touch | null {
  return last?.roundId === roundId && last.villageId === villageId ? last : null
}
