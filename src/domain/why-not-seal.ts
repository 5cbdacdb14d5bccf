/** When a closed round may be sealed. Rule: docs/domain.md, A round's life (sealing) and Deductions. */

/** Longer than any cloud function runs: a send that was on its way at closing, or an appeal at its last moment, has ended by then. */
export const SEALING_PAUSE = 60_000

const MINUTE = 60_000

/** As far as sealing asks: a confirmed deduction can be appealed against, an appealed one waits for a decision. */
export type AppealableDeduction = { state: string; confirmedAt: number | null }

type Closing = { closedAt: number; appealMinutes: number }

/** Codes of the error catalogue, with what the administrator waits for. */
export type WhyNotSeal =
  | { code: 'tooEarly'; details: { sealableAt: number } }
  | { code: 'appealsOpen'; details: { sealableAt: number; undecided: number } }

/**
 * Why a round cannot be sealed at `now` (milliseconds): within a minute of closing, while an appeal is undecided, or
 * while a village may still appeal, and a minute longer. undefined: it can.
 */
export function whyNotSeal(
  now: number,
  closing: Closing,
  deductions: readonly AppealableDeduction[],
): WhyNotSeal | undefined {
  const undecided = deductions.filter(({ state }) => state === 'appealed').length
  const sealableAt = earliestSealing(closing, deductions)
  if (now < closing.closedAt + SEALING_PAUSE) return { code: 'tooEarly', details: { sealableAt } }
  if (undecided > 0 || now < sealableAt) return { code: 'appealsOpen', details: { sealableAt, undecided } }
  return undefined
}

/** A minute after closing, and a minute after the last appeal window has ended. Milliseconds. */
export function earliestSealing(closing: Closing, deductions: readonly AppealableDeduction[]): number {
  const windows = deductions
    .filter(({ state, confirmedAt }) => state === 'confirmed' && confirmedAt !== null)
    .map(({ confirmedAt }) => appealEndsAt(confirmedAt!, closing) + SEALING_PAUSE)
  return Math.max(closing.closedAt + SEALING_PAUSE, ...windows)
}

/** The window is counted from the confirmation, and ends at the latest when it would for one confirmed at closing. */
export function appealEndsAt(confirmedAt: number, { closedAt, appealMinutes }: Closing): number {
  return Math.min(confirmedAt, closedAt) + appealMinutes * MINUTE
}
