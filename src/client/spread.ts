/**
 * How phones that were refused, cut off or opened together do not come back together: the database takes thirty requests a
 * second from all of them (docs/decisions/2026-11-29-the-days-load.md). Pure, in milliseconds; `chance` is 0 to below 1.
 */

export const FIRST_PAUSE_MS = 2_000
export const LONGEST_PAUSE_MS = 60_000
const AFTER_SIGNAL_MS = 3_000
const SLOW_MS = 1_000
const LONGEST_AFTER_SLOW_MS = 10_000

/** After so many tries without an answer, 1 or more: twice as long each time, 2 s … 60 s, half to one and a half of it. */
export function pauseAfter(failures: number, chance: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS) * (0.5 + chance)
}

/** A signal that comes back comes to everybody in the valley at once. Up to 3 s; what a person asks for waits for nothing. */
export function pauseAfterSignal(chance: number): number {
  return AFTER_SIGNAL_MS * chance
}

/**
 * Before the next of many things that wait on one phone: none where answers are quick. One that took longer than a second
 * says that the server is busy; then as long as it took, half to one and a half of it, 15 s at most.
 */
export function pauseAfterAnswer(tookMs: number, chance: number): number {
  return tookMs < SLOW_MS ? 0 : Math.min(tookMs, LONGEST_AFTER_SLOW_MS) * (0.5 + chance)
}

/** How often a page that stays open looks again: where a day is watched, and where it is lived. */
const LOOK_EVERY_MS = { often: 120_000, seldom: 300_000 } as const
export type Looks = keyof typeof LOOK_EVERY_MS

/** Between two looks of a page that stays open: two minutes or five, a quarter more or less. */
export function untilNextLook(chance: number, looks: Looks = 'often'): number {
  return LOOK_EVERY_MS[looks] * (0.75 + chance / 2)
}
