/**
 * After sealing every inspector's phone compares the version it last submitted with the card as it was sealed (docs/
 * domain.md, A round's life): counted as submitted, changed on another phone, late and so said, or an alarm.
 */

/** What this phone submitted last for one village, as far as it knows. `late`: it came after closing. */
export type PhoneLast = { hash: string; phone: string; late: boolean }

export type Sealed = { hash: string; phone: string; late: boolean }

export type Late = { action: string; at: number; state: 'waiting' | 'admitted' | 'refused' }

export type SealedVerdict<S extends Sealed, L extends Late> =
  /** 已如实计入. */
  | { kind: 'asSubmitted'; sealed: S }
  /** Another phone of mine submitted what counts: which one, when and what stands in `sealed`. */
  | { kind: 'otherPhone'; sealed: S }
  /** It came after closing and two persons admitted it. */
  | { kind: 'lateAdmitted'; sealed: S }
  /** My last version came after closing and does not count; what counts instead, if anything. */
  | { kind: 'lateRefused' | 'lateWaiting'; late: L; sealed: S | null }
  /** Neither here nor there. */
  | { kind: 'notSubmitted' }
  /** None of these explains what was sealed. */
  | { kind: 'alarm'; mine: PhoneLast | null; sealed: S | null }

/** `late`: my sends for this village that came after closing. */
export function sealedVerdict<S extends Sealed, L extends Late>(
  mine: PhoneLast | null,
  sealed: S | null,
  late: readonly L[],
): SealedVerdict<S, L> {
  if (mine && sealed && mine.hash === sealed.hash) return { kind: sealed.late ? 'lateAdmitted' : 'asSubmitted', sealed }

  const lastLate = newestSubmission(late)
  const isLate = mine ? mine.late : sealed === null
  if (isLate && lastLate?.state === 'refused') return { kind: 'lateRefused', late: lastLate, sealed }
  if (isLate && lastLate?.state === 'waiting') return { kind: 'lateWaiting', late: lastLate, sealed }

  if (!mine && !sealed && !lastLate) return { kind: 'notSubmitted' }
  if (sealed && sealed.phone !== mine?.phone) return { kind: 'otherPhone', sealed }
  // This phone's late submission was admitted, but its answer never reached the phone.
  const wasAdmitted = sealed?.late && !mine?.late && lastLate?.state === 'admitted'
  return wasAdmitted ? { kind: 'lateAdmitted', sealed } : { kind: 'alarm', mine, sealed }
}

function newestSubmission<L extends Late>(late: readonly L[]): L | undefined {
  return late
    .filter(({ action }) => action === 'submit')
    .reduce<L | undefined>((newest, one) => (newest && newest.at > one.at ? newest : one), undefined)
}
