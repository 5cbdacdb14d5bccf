import type { Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import {
  applySubmission,
  decidedBefore,
  refuseUnfinished,
  type SubmitSend,
  submissionOf,
} from '../common/apply-submission'
import { ownCardId } from '../common/card-sends'
import type { RoundContext } from '../common/serve'
import { keepAsLate } from './keep-as-late'

type Answer = Out<typeof scoring.submit>

/** 提交: the card as it was seen, whole; it counts until it is submitted again. */
export async function submit(send: SubmitSend, context: RoundContext): Promise<Answer> {
  refuseUnfinished(send, context)
  if (context.round.state === 'closed') return submitLate(send, context)
  const { at, hash } = await applySubmission(send, context, context.repos)
  return { submittedAt: at, hash, late: false }
}

/** What had been submitted before closing, its answer lost, is no late work. */
async function submitLate(send: SubmitSend, context: RoundContext): Promise<Answer> {
  const submission = submissionOf(send, context)
  const card = await context.repos.scorecards.byId(ownCardId(send, context))
  const before = card && decidedBefore(card, send, submission)
  if (before) return { submittedAt: before.at, hash: before.hash, late: false }
  await keepAsLate('submit', send, context)
  return { submittedAt: submission.at, hash: submission.hash, late: true }
}
