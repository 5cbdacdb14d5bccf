/**
 * One scorecard as this phone keeps it: what was typed, and what of it the server has. Facts in, the new card out; where
 * it is kept stands in scorecard-store.ts, what of it is on its way in outbox/.
 */
import type { CallOut } from '../contract'
import type { ErrorCode } from '../contract/errors'
import type { MarkVersion, Scorecard } from '../contract/scoring'
import { differs } from '../domain/mark-changes'
import { own } from '../domain/own'

/** As it stands in storage. */
export type StoredCard = {
  roundId: string
  villageId: string
  marks: Record<string, KeptMark>
  /** What counts. */
  submitted: Scorecard['submitted']
  /** The round had closed when this reached the server; `marks`: a submission was among it. Counts only if admitted. */
  late: { at: number; marks: Record<string, number> | null } | null
  /** What this phone submitted last and the server took: compared with the sealed card. `submitted` may be another phone's. */
  fromHere: { marks: Record<string, number>; late: boolean } | null
}

/** As pages see it: with what of it waits in the outbox. */
export type KeptCard = StoredCard & {
  /** Pressed 提交; the server has not said so yet. */
  submitting: Submission | null
  /** The server said no; everything stays here and goes out again at the next change or when asked to. */
  refused: { code: ErrorCode; problem: string; at: number } | null
}

export type KeptMark = {
  mark: number | null
  note: string
  /** Ids, in the order in which they were taken. */
  photos: string[]
  /** The server's revision that this was typed on; 0: it knew none. */
  base: number
  at: number
  /** The server does not have it yet. */
  waits: boolean
  /** What stands on the server instead, from another phone: the person chooses. */
  other: MarkVersion | null
}

export type SentChange = { itemId: string; mark: number | null; note: string; photos: string[]; base: number }
export type SeenMarks = Record<string, { mark: number; note: string; photos: string[] }>
export type Submission = { sendId: string; at: number; marks: SeenMarks }
type SaveAnswer = CallOut<'scoring', 'saveMarks'>

export function blankCard(roundId: string, villageId: string): StoredCard {
  return { roundId, villageId, marks: {}, submitted: null, late: null, fromHere: null }
}

const NO_MARK: KeptMark = { mark: null, note: '', photos: [], base: 0, at: 0, waits: false, other: null }

export function keptMark(card: Pick<StoredCard, 'marks'>, itemId: string): KeptMark {
  return own(card.marks, itemId) ?? NO_MARK
}

/** A touch of the stepper, a key, the note or the camera. */
export function touched<C extends StoredCard>(
  card: C,
  itemId: string,
  change: { mark?: number | null; note?: string; photos?: string[] },
  at: number,
): C {
  return withMark(card, itemId, { ...keptMark(card, itemId), ...change, at, waits: true })
}

/** What waits and is not in question. */
export function waitingChanges(card: StoredCard): SentChange[] {
  return Object.entries(card.marks)
    .filter(([, { waits, other }]) => waits && !other)
    .map(([itemId, { mark, note, photos, base }]) => ({ itemId, mark, note, photos, base }))
}

export type SentMarks = { changes: readonly SentChange[] /** The last touch among them. */; at: number }

/** The server's answer to these changes. What was typed meanwhile goes on waiting, on the revision just learnt. */
export function saved<C extends StoredCard>(card: C, sent: SentMarks, answer: SaveAnswer, at: number): C {
  let next = card
  for (const change of sent.changes) {
    const kept = keptMark(next, change.itemId)
    const version = own(answer.saved, change.itemId)
    const conflict = own(answer.conflicts, change.itemId)
    const isAsSent = !differs(kept, change)
    if (conflict) next = withConflict(next, change.itemId, conflict)
    else if (version && kept.waits && kept.at > sent.at && differs(version, change) && differs(version, kept)) {
      // Saved, but its answer was lost; another phone has gone on from it since, and this one from what it had.
      next = withConflict(next, change.itemId, version)
    } else if (version) {
      const { mark, note, photos } = version
      const stands = isAsSent ? { mark, note, photos, at: version.at } : {}
      // An answer that comes again is older than what has been learnt since.
      const base = Math.max(version.revision, kept.base)
      next = withMark(next, change.itemId, { ...kept, ...stands, base, waits: kept.waits && !isAsSent })
    } else if (answer.late) next = withMark(next, change.itemId, { ...kept, waits: kept.waits && !isAsSent })
  }
  return answer.late ? { ...next, late: { at, marks: card.late?.marks ?? null } } : next
}

/**
 * The same for changes that another phone's file brought: what was typed here stays. Both values of a conflict are
 * shown, the imported one as mine; where something else is typed here already, that is what is chosen from.
 */
export function importedSaved<C extends StoredCard>(card: C, sent: SentMarks, answer: SaveAnswer, at: number): C {
  let next = card
  for (const { itemId, mark, note, photos } of sent.changes) {
    const kept = keptMark(next, itemId)
    if (kept.waits) continue
    const version = own(answer.saved, itemId)
    const conflict = own(answer.conflicts, itemId)
    const typed = { mark, note, photos, at: sent.at }
    if (conflict && differs(conflict, typed)) {
      next = withMark(next, itemId, { ...typed, base: kept.base, waits: true, other: conflict })
    } else if (version ?? conflict) next = withTold(next, itemId, (version ?? conflict)!)
    else if (answer.late && kept.mark === null) next = withMark(next, itemId, { ...kept, ...typed, waits: false })
  }
  return answer.late ? { ...next, late: { at, marks: card.late?.marks ?? null } } : next
}

/** The server's answer to a submission, of this phone or of the one whose file was imported. */
export function submittedAnswer<C extends StoredCard>(
  card: C,
  sent: Pick<Submission, 'marks'> & { imported: boolean },
  answer: CallOut<'scoring', 'submit'>,
  at: number,
): C {
  const marks = givenMarks(sent)
  const fromHere = sent.imported ? card.fromHere : { marks, late: answer.late }
  if (answer.late) return { ...card, fromHere, late: { at, marks } }
  if (card.submitted && card.submitted.at > answer.submittedAt) return { ...card, fromHere }
  return { ...card, fromHere, submitted: { at: answer.submittedAt, hash: answer.hash, marks } }
}

/** Two phones, one mark: both stay until the person has chosen. */
export function withConflict<C extends StoredCard>(card: C, itemId: string, other: MarkVersion): C {
  const kept = keptMark(card, itemId)
  // Both came to the same: nothing to choose.
  if (!differs(kept, other)) {
    return withMark(card, itemId, { ...kept, base: Math.max(other.revision, kept.base), waits: false, other: null })
  }
  // Told once more after the person has chosen with this version in sight.
  if (other.revision <= kept.base) return card
  return withMark(card, itemId, { ...kept, waits: true, other })
}

/** Something is to be chosen: until then nothing of this card can be submitted. */
export function hasConflict(card: StoredCard): boolean {
  return Object.values(card.marks).some(({ other }) => other !== null)
}

/** `mine` goes out on the other's revision; `other` is taken over. The server has both in the card's history already. */
export function chosen<C extends StoredCard>(card: C, itemId: string, choice: 'mine' | 'other', at: number): C {
  const kept = keptMark(card, itemId)
  if (!kept.other) return card
  const { mark, note, photos, revision } = kept.other
  if (choice === 'mine') return withMark(card, itemId, { ...kept, base: revision, at, waits: true, other: null })
  const taken = { mark, note, photos, base: revision, at: kept.other.at, waits: false, other: null }
  return withMark(card, itemId, taken)
}

/** What the server told of this card. What waits here is newer and stays; an answer older than what we know changes nothing. */
export function merged<C extends StoredCard>(card: C, told: Scorecard): C {
  let next = card
  for (const [itemId, version] of Object.entries(told.marks)) {
    if (!keptMark(card, itemId).waits) next = withTold(next, itemId, version)
  }
  const isNews = told.submitted && told.submitted.at > (card.submitted?.at ?? 0)
  return isNews ? { ...next, submitted: told.submitted } : next
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

function givenMarks({ marks }: Pick<Submission, 'marks'>): Record<string, number> {
  return Object.fromEntries(Object.entries(marks).map(([id, { mark }]) => [id, mark]))
}

function withTold<C extends StoredCard>(card: C, itemId: string, version: MarkVersion): C {
  const { mark, note, photos, revision, at } = version
  if (revision <= keptMark(card, itemId).base) return card
  return withMark(card, itemId, { mark, note, photos, base: revision, at, waits: false, other: null })
}

function withMark<C extends StoredCard>(card: C, itemId: string, mark: KeptMark): C {
  return { ...card, marks: { ...card.marks, [itemId]: mark } }
}
