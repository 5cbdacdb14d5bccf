import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { type CardItem, itemsWithoutNote, markProblem, missingItems } from '../../src/domain/card-check'
import { cardHash } from '../../src/domain/card-hash'
import { changedElsewhere, unsavedMarks } from '../../src/domain/card-submission'
import { applyMarkChanges, photosOf } from '../../src/domain/mark-changes'
import { markVersions } from '../common/cards'
import type { ScorecardDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'
import { blankCard, contact, itemsToMark, keepAsLate, ownCardId, refuse, typedAt } from './card'

type Send = In<typeof scoring.submit>
type Submitted = NonNullable<ScorecardDoc['submitted']>

/** 提交: the card as it was seen, whole; it counts until it is submitted again. */
export async function submit(send: Send, context: RoundContext): Promise<Out<typeof scoring.submit>> {
  refuseIncomplete(itemsToMark(send, context), send)
  const submission = submissionOf(send, context)
  if (context.round.state === 'closed') return submitLate(send, submission, context)

  let standing = submission
  await context.repos.scorecards.change(ownCardId(send, context), (stored) => {
    const card = stored ?? blankCard(send, context)
    if (card.submitted && isNoLaterThan(submission, card.submitted)) {
      standing = card.submitted.sendId === send.sendId ? card.submitted : submission
      return null
    }
    return submittedCard(card, send, submission, context)
  })
  return { submittedAt: standing.at, hash: standing.hash, late: false }
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

/** The same send again, or one that this phone has since replaced by a later one. */
function isNoLaterThan({ sendId, phone, at }: Submitted, standing: Submitted): boolean {
  return standing.sendId === sendId || (standing.phone === phone && standing.at > at)
}

function submittedCard(
  card: Omit<ScorecardDoc, '_id' | 'revision'>,
  send: Send,
  submission: Submitted,
  context: RoundContext,
): Omit<ScorecardDoc, '_id' | 'revision'> {
  const changed = Object.entries(changedElsewhere(card.marks, send.marks, send.phone))
  if (changed.length > 0) {
    const items = changed.map(([id, { mine, theirs }]) => [id, { mine, theirs: markVersions({ theirs }).theirs }])
    throw failure('changed', { items: Object.fromEntries(items) })
  }
  const { sendId, phone, device, at } = submission
  const { marks, history } = applyMarkChanges(card, unsavedMarks(card.marks, send.marks, at), {
    sendId,
    phone,
    device,
    at,
  })
  return {
    ...card,
    marks,
    photos: photosOf(marks),
    submitted: submission,
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
  const former = (await context.repos.scorecards.byId(ownCardId(send, context)))?.submitted
  if (former?.sendId === send.sendId) return { submittedAt: former.at, hash: former.hash, late: false }
  await keepAsLate('submit', send, context)
  return { submittedAt: submission.at, hash: submission.hash, late: true }
}
