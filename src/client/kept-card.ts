/**
 * One scorecard as this phone keeps it: what was typed, what of it the server has, and the send that is under way.
 * Facts in, the new card out; where it is kept and when it is sent stand in scorecard-store.ts and send-work.ts.
 */
import type { CallOut } from '../contract'
import type { ErrorCode } from '../contract/errors'
import type { MarkVersion, Scorecard } from '../contract/scoring'
import { own } from '../domain/own'

export type KeptCard = {
  roundId: string
  villageId: string
  marks: Record<string, KeptMark>
  /** Under way, or its outcome unknown: goes out again as it is, with its id. Kept before it is sent, dropped after the answer. */
  sending: MarksSend | null
  /** Pressed 提交; the server has not said so yet. */
  submitting: Submission | null
  /** What counts. */
  submitted: Scorecard['submitted']
  /** The round had closed when this reached the server; `marks`: a submission was among it. Counts only if admitted. */
  late: { at: number; marks: Record<string, number> | null } | null
  /** The server said no; everything stays here and goes out again at the next change or when asked to. */
  refused: { code: ErrorCode; problem: string; at: number } | null
}

export type KeptMark = {
  mark: number | null
  note: string
  /** The server's revision that this was typed on; 0: it knew none. */
  base: number
  at: number
  /** The server does not have it yet. */
  waits: boolean
  /** What stands on the server instead, from another phone: the person chooses. */
  other: MarkVersion | null
}

export type MarksSend = {
  sendId: string
  at: number
  changes: { itemId: string; mark: number | null; note: string; base: number }[]
}
export type Submission = { sendId: string; at: number; marks: Record<string, { mark: number; note: string }> }

export function blankCard(roundId: string, villageId: string): KeptCard {
  return {
    roundId,
    villageId,
    marks: {},
    sending: null,
    submitting: null,
    submitted: null,
    late: null,
    refused: null,
  }
}

const NO_MARK: KeptMark = { mark: null, note: '', base: 0, at: 0, waits: false, other: null }

export function keptMark(card: KeptCard, itemId: string): KeptMark {
  return own(card.marks, itemId) ?? NO_MARK
}

/** A touch of the stepper, a key or the note. */
export function touched(
  card: KeptCard,
  itemId: string,
  change: { mark?: number | null; note?: string },
  at: number,
): KeptCard {
  return withMark({ ...card, refused: null }, itemId, { ...keptMark(card, itemId), ...change, at, waits: true })
}

/** What waits and is not in question goes out as one send; null: nothing to send. */
export function nextSend(card: KeptCard, sendId: string, at: number): MarksSend | null {
  const changes = Object.entries(card.marks)
    .filter(([, { waits, other }]) => waits && !other)
    .map(([itemId, { mark, note, base }]) => ({ itemId, mark, note, base }))
  return changes.length > 0 ? { sendId, at, changes } : null
}

/** The server's answer to `card.sending`. What was typed meanwhile goes on waiting, on the revision just learnt. */
export function saved(card: KeptCard, answer: CallOut<'scoring', 'saveMarks'>, at: number): KeptCard {
  const sent = card.sending?.changes ?? []
  let next: KeptCard = { ...card, sending: null, refused: null }
  for (const change of sent) {
    const kept = keptMark(card, change.itemId)
    const version = own(answer.saved, change.itemId)
    const conflict = own(answer.conflicts, change.itemId)
    const isAsSent = kept.mark === change.mark && kept.note === change.note
    if (conflict) next = withConflict(next, change.itemId, conflict)
    else if (version) {
      const stands = isAsSent ? { mark: version.mark, note: version.note, at: version.at } : {}
      next = withMark(next, change.itemId, { ...kept, ...stands, base: version.revision, waits: !isAsSent })
    } else if (answer.late) next = withMark(next, change.itemId, { ...kept, waits: !isAsSent })
  }
  return answer.late ? { ...next, late: { at, marks: card.late?.marks ?? null } } : next
}

/** The server's answer to a submission; one that was pressed meanwhile still waits. */
export function submittedAnswer(
  card: KeptCard,
  sent: Submission,
  answer: CallOut<'scoring', 'submit'>,
  at: number,
): KeptCard {
  const marks = givenMarks(sent)
  const submitting = card.submitting?.sendId === sent.sendId ? null : card.submitting
  const next = { ...card, submitting, refused: null }
  if (answer.late) return { ...next, late: { at, marks } }
  return { ...next, submitted: { at: answer.submittedAt, hash: answer.hash, marks } }
}

/** Two phones, one mark: both stay until the person has chosen. A submission that did not know of it is off. */
export function withConflict(card: KeptCard, itemId: string, other: MarkVersion): KeptCard {
  const kept = keptMark(card, itemId)
  // Both came to the same: nothing to choose.
  if (kept.mark === other.mark && kept.note === other.note) {
    return withMark(card, itemId, { ...kept, base: other.revision, waits: false, other: null })
  }
  return withMark({ ...card, submitting: null }, itemId, { ...kept, waits: true, other })
}

/** `mine` goes out on the other's revision; `other` is taken over. The server keeps the loser in the card's history. */
export function chosen(card: KeptCard, itemId: string, choice: 'mine' | 'other', at: number): KeptCard {
  const kept = keptMark(card, itemId)
  if (!kept.other) return card
  const { mark, note, revision } = kept.other
  if (choice === 'mine') return withMark(card, itemId, { ...kept, base: revision, at, waits: true, other: null })
  return withMark(card, itemId, { mark, note, base: revision, at: kept.other.at, waits: false, other: null })
}

export function refused(card: KeptCard, code: ErrorCode, problem: string, at: number): KeptCard {
  return { ...card, sending: null, submitting: null, refused: { code, problem, at } }
}

/** What the server told of this card. What waits here is newer and stays; an answer older than what we know changes nothing. */
export function merged(card: KeptCard, told: Scorecard): KeptCard {
  let next = card
  for (const [itemId, { mark, note, revision, at }] of Object.entries(told.marks)) {
    const kept = keptMark(card, itemId)
    if (kept.waits || revision <= kept.base) continue
    next = withMark(next, itemId, { mark, note, base: revision, at, waits: false, other: null })
  }
  const isNews = told.submitted && told.submitted.at > (card.submitted?.at ?? 0)
  return isNews ? { ...next, submitted: told.submitted } : next
}

/** Something is still to be sent or to be decided. */
export function waits(card: KeptCard): boolean {
  return card.sending !== null || card.submitting !== null || Object.values(card.marks).some((mark) => mark.waits)
}

/** How many things wait: each mark, and the submission. */
export function waitingCount(card: KeptCard): number {
  return Object.values(card.marks).filter((mark) => mark.waits).length + (card.submitting ? 1 : 0)
}

/** What was submitted last, on its way or late: what the marks on the screen are compared with. */
export function lastSubmission({ submitting, late, submitted }: KeptCard): Record<string, number> | null {
  return submitting ? givenMarks(submitting) : (late?.marks ?? submitted?.marks ?? null)
}

/** Changed since: what counts is still the version submitted last. */
export function isChangedSinceSubmission(card: KeptCard): boolean {
  const last = lastSubmission(card)
  if (!last) return false
  const ids = Object.keys({ ...card.marks, ...last })
  return ids.some((id) => keptMark(card, id).mark !== (own(last, id) ?? null))
}

function givenMarks({ marks }: Submission): Record<string, number> {
  return Object.fromEntries(Object.entries(marks).map(([id, { mark }]) => [id, mark]))
}

function withMark(card: KeptCard, itemId: string, mark: KeptMark): KeptCard {
  return { ...card, marks: { ...card.marks, [itemId]: mark } }
}
