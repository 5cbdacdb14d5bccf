/** 提交: the card as it was seen, whole; it counts until it is submitted again. In time, or admitted late. */
import type { In } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { type CardItem, itemsWithoutNote, markProblem, missingItems } from '../../src/domain/card-check'
import { cardHash } from '../../src/domain/card-hash'
import { changedElsewhere, unsavedMarks } from '../../src/domain/card-submission'
import { applyMarkChanges, photosOf } from '../../src/domain/mark-changes'
import { own } from '../../src/domain/own'
import { placeOf } from '../../src/domain/phone-sends'
import {
  asSent,
  blankCard,
  type CardFields,
  contact,
  itemsToMark,
  ownCardId,
  refuse,
  type Sender,
  typedAt,
} from './card-sends'
import { markVersions } from './cards'
import type { ScorecardDoc } from './documents'
import type { Repositories } from './repositories'

export type SubmitSend = In<typeof scoring.submit>
export type Submitted = NonNullable<ScorecardDoc['submitted']>
type Told = Pick<Submitted, 'at' | 'hash'>

/** Refused where the card is not the sender's, or not complete: every item marked validly, with a reason for 0 and full. */
export function refuseUnfinished(send: SubmitSend, sender: Sender): void {
  refuseIncomplete(itemsToMark(send, sender), send)
}

export function submissionOf(send: SubmitSend, sender: Sender): Submitted {
  const marks = Object.fromEntries(Object.entries(send.marks).map(([id, { mark }]) => [id, mark]))
  const { sendId, phone, device, villageId } = send
  return {
    at: typedAt(send, sender),
    hash: cardHash({ inspectorId: sender.me.memberId, villageId, marks }),
    sendId,
    phone,
    device,
    marks,
  }
}

/** Submits, unless it was decided before. Two requests. */
export async function applySubmission(send: SubmitSend, sender: Sender, repos: Repositories): Promise<Told> {
  const submission = submissionOf(send, sender)
  let answer: Told = submission
  await repos.scorecards.change(ownCardId(send, sender), (stored) => {
    const card = stored ?? blankCard(send, sender)
    const before = decidedBefore(card, send, submission)
    answer = before ?? submission
    return before ? null : submittedCard(card, send, submission, sender)
  })
  return answer
}

/**
 * As if it had come in time: what was submitted later, on whichever phone, is not undone by it. Answers whether it counts;
 * done twice, the same.
 */
export async function applyLateSubmission(send: SubmitSend, sender: Sender, repos: Repositories): Promise<boolean> {
  const submission = { ...submissionOf(send, sender), late: true }
  let counts = true
  await repos.scorecards.change(ownCardId(send, sender), (stored) => {
    const card = stored ?? blankCard(send, sender)
    const { submissions, submitted } = card
    const place = placeOf({ ...send, clock: send.at }, own(submissions ?? earlierForm(submitted), send.phone))
    counts = place === 'same' || (place === 'new' && (submitted === null || submitted.at <= submission.at))
    return place === 'new' && counts ? submittedCard(card, send, submission, sender) : null
  })
  return counts
}

/**
 * The same send again answers as the first time, and one that this phone has since replaced by a later one as what it
 * was: neither touches what counts, though the other phone may have submitted in between.
 */
export function decidedBefore(
  { submissions, submitted }: CardFields,
  send: SubmitSend,
  submission: Submitted,
): Told | null {
  const { sendId, phone, at: clock } = send
  const last = own(submissions ?? earlierForm(submitted), phone)
  switch (placeOf({ sendId, phone, clock }, last)) {
    case 'same':
      return last!
    case 'earlier':
      return submission
    case 'new':
      return null
  }
}

function refuseIncomplete(items: readonly CardItem[], { marks }: SubmitSend): void {
  for (const [id, { mark }] of Object.entries(marks)) refuse(`marks.${id}.mark`, markProblem(items, id, mark))
  const missing = missingItems(items, marks)
  if (missing.length > 0) throw failure('incomplete', { missing })
  const without = itemsWithoutNote(items, marks)
  if (without.length > 0) throw failure('noteMissing', { items: without })
}

/** A card submitted before every phone's last submission was remembered. */
function earlierForm(submitted: Submitted | null): NonNullable<CardFields['submissions']> {
  if (!submitted) return {}
  const { phone, sendId, at, hash } = submitted
  return { [phone]: { sendId, clock: at, at, hash } }
}

function submittedCard(card: CardFields, send: SubmitSend, submission: Submitted, sender: Sender): CardFields {
  const changed = Object.entries(changedElsewhere(card.marks, send.marks, send.phone))
  if (changed.length > 0) {
    const items = changed.map(([id, { mine, theirs }]) => [id, { mine, theirs: markVersions({ theirs }).theirs }])
    throw failure('changed', { items: Object.fromEntries(items) })
  }
  const sent = asSent(send, sender)
  const { marks, history } = applyMarkChanges(card, unsavedMarks(card.marks, send.marks, sent), sent)
  const { sendId, phone, at, hash } = submission
  return {
    ...card,
    marks,
    photos: photosOf(marks),
    submitted: submission,
    submissions: {
      ...(card.submissions ?? earlierForm(card.submitted)),
      [phone]: { sendId, clock: sent.clock, at, hash },
    },
    history,
    durations: { ...card.durations, [phone]: send.seconds },
    ...contact(send, sender),
  }
}
