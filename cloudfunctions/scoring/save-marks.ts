import type { In, Out } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { type CardItem, markProblem } from '../../src/domain/card-check'
import { type AppliedChanges, applyMarkChanges, areDecided, photosOf } from '../../src/domain/mark-changes'
import { markVersions } from '../common/cards'
import type { RoundContext } from '../common/serve'
import { asSent, blankCard, contact, itemsToMark, keepAsLate, ownCardId, refuse } from './card'

type Send = In<typeof scoring.saveMarks>
type Answer = Out<typeof scoring.saveMarks>

/** The cloud draft, mark by mark: what another phone changed meanwhile comes back, the rest is saved. */
export async function saveMarks(send: Send, context: RoundContext): Promise<Answer> {
  refuseBadChanges(itemsToMark(send, context), send)
  if (context.round.state === 'closed') return saveLate(send, context)

  let applied: AppliedChanges | undefined
  await context.repos.scorecards.change(ownCardId(send, context), (stored) => {
    const card = stored ?? blankCard(send, context)
    applied = applyMarkChanges(card, send.changes, asSent(send, context))
    if (!applied.isChanged) return null
    const { marks, history } = applied
    return { ...card, marks, photos: photosOf(marks), history, ...contact(send, context) }
  })
  return answerOf(applied!)
}

function answerOf({ saved, conflicts }: AppliedChanges): Answer {
  return { saved: markVersions(saved), conflicts: markVersions(conflicts), late: false }
}

function refuseBadChanges(items: readonly CardItem[], { changes }: Send): void {
  for (const [index, { itemId, mark }] of changes.entries()) {
    refuse(`changes.${index}.mark`, markProblem(items, itemId, mark))
    const isTwice = changes.findIndex((change) => change.itemId === itemId) < index
    refuse(`changes.${index}.itemId`, isTwice ? '同一项在一次上传里出现了两次' : undefined)
  }
}

/** What had been decided before closing, its answer lost, is no late work. */
async function saveLate(send: Send, context: RoundContext): Promise<Answer> {
  const card = await context.repos.scorecards.byId(ownCardId(send, context))
  const sent = asSent(send, context)
  if (card && areDecided(card, send.changes, sent)) return answerOf(applyMarkChanges(card, send.changes, sent))
  await keepAsLate('saveMarks', send, context)
  return { saved: {}, conflicts: {}, late: true }
}
