import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { type CardItem, itemsWithoutNote, markProblem, missingItems } from '../../src/domain/card-check'
import { cardHash } from '../../src/domain/card-hash'
import { changedElsewhere, unsavedMarks } from '../../src/domain/card-submission'
import { applyMarkChanges, photosOf } from '../../src/domain/mark-changes'
import { own } from '../../src/domain/own'
import { placeOf } from '../../src/domain/phone-sends'
import { markVersions } from '../common/cards'
import type { ScorecardDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'
import { asSent, blankCard, contact, itemsToMark, keepAsLate, ownCardId, refuse, typedAt } from './card'

type Send = In<typeof scoring.submit>
type Submitted = NonNullable<ScorecardDoc['submitted']>
type Card = Omit<ScorecardDoc, '_id' | 'revision'>

/** 提交: the card as it was seen, whole; it counts until it is submitted again. */
export async function submit(send: Send, context: RoundContext): Promise<Out<typeof scoring.submit>> {
  refuseIncomplete(itemsToMark(send, context), send)
  const submission = submissionOf(send, context)
  if (context.round.state === 'closed') return submitLate(send, submission, context)

  let answer: Told = submission
  await context.repos.scorecards.change(ownCardId(send, context), (stored) => {
    const card = stored ?? blankCard(send, context)
    const before = decidedBefore(card, send, submission)
    answer = before ?? submission
    return before ? null : submittedCard(card, send, submission, context)
  })
  return { submittedAt: answer.at, hash: answer.hash, late: false }
}

/** Every item marked validly, with a reason for 0 and full. */
function refuseIncomplete(items: readonly CardItem[], { marks }: Send): void {
  for (const [id, { mark }] of Object.entries(marks)) refuse(`marks.${id}.mark`, markProblem(items, id, mark))
  const missing = missingItems(items, marks)
  if (missing.length > 0) throw failure('incomplete', { missing })
  const without = itemsWithoutNote(items, marks)
  if (without.length > 0) throw failure('noteMissing', { items: without })
}

function submissionOf(send: Send, context: RoundContext): Submitted {
  const marks = Object.fromEntries(Object.entries(send.marks).map(([id, { mark }]) => [id, mark]))
  const { sendId, phone, device, villageId } = send
  return {
    at: typedAt(send, context),
    hash: cardHash({ inspectorId: context.me.memberId, villageId, marks }),
    sendId,
    phone,
    device,
    marks,
  }
}

type Told = Pick<Submitted, 'at' | 'hash'>

/**
 * The same send again answers as the first time, and one that this phone has since replaced by a later one as what it
 * was: neither touches what counts, though the other phone may have submitted in between.
 */
function decidedBefore({ submissions, submitted }: Card, send: Send, submission: Submitted): Told | null {
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

/** A card submitted before every phone's last submission was remembered. */
function earlierForm(submitted: Submitted | null): NonNullable<Card['submissions']> {
  if (!submitted) return {}
  const { phone, sendId, at, hash } = submitted
  return { [phone]: { sendId, clock: at, at, hash } }
}

function submittedCard(card: Card, send: Send, submission: Submitted, context: RoundContext): Card {
  const changed = Object.entries(changedElsewhere(card.marks, send.marks, send.phone))
  if (changed.length > 0) {
    const items = changed.map(([id, { mine, theirs }]) => [id, { mine, theirs: markVersions({ theirs }).theirs }])
    throw failure('changed', { items: Object.fromEntries(items) })
  }
  const sent = asSent(send, context)
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
    ...contact(send, context),
  }
}

/** What had been submitted before closing, its answer lost, is no late work. */
async function submitLate(
  send: Send,
  submission: Submitted,
  context: RoundContext,
): Promise<Out<typeof scoring.submit>> {
  const card = await context.repos.scorecards.byId(ownCardId(send, context))
  const before = card && decidedBefore(card, send, submission)
  if (before) return { submittedAt: before.at, hash: before.hash, late: false }
  await keepAsLate('submit', send, context)
  return { submittedAt: submission.at, hash: submission.hash, late: true }
}
