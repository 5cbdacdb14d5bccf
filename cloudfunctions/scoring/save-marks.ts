import type { Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { type AppliedChanges, applyMarkChanges, areDecided } from '../../src/domain/mark-changes'
import { applyMarks, type MarksSend, refuseBadMarks } from '../common/apply-marks'
import { asSent, ownCardId } from '../common/card-sends'
import { markVersions } from '../common/cards'
import type { RoundContext } from '../common/serve'
import { keepAsLate } from './keep-as-late'

type Answer = Out<typeof scoring.saveMarks>

/** The cloud draft, mark by mark: what another phone changed meanwhile comes back, the rest is saved. */
export async function saveMarks(send: MarksSend, context: RoundContext): Promise<Answer> {
  refuseBadMarks(send, context)
  if (context.round.state === 'closed') return saveLate(send, context)
  return answerOf(await applyMarks(send, context, context.repos))
}

function answerOf({ saved, conflicts }: AppliedChanges): Answer {
  return { saved: markVersions(saved), conflicts: markVersions(conflicts), late: false }
}

/** What had been decided before closing, its answer lost, is no late work. */
async function saveLate(send: MarksSend, context: RoundContext): Promise<Answer> {
  const card = await context.repos.scorecards.byId(ownCardId(send, context))
  const sent = asSent(send, context)
  if (card && areDecided(card, send.changes, sent)) return answerOf(applyMarkChanges(card, send.changes, sent))
  await keepAsLate('saveMarks', send, context)
  return { saved: {}, conflicts: {}, late: true }
}
