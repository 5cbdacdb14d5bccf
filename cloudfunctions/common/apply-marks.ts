import type { In } from '../../src/contract/calls'
import type { scoring } from '../../src/contract/scoring'
import { type CardItem, markProblem } from '../../src/domain/card-check'
import { type AppliedChanges, applyMarkChanges, photosOf } from '../../src/domain/mark-changes'
import { asSent, blankCard, contact, itemsToMark, ownCardId, refuse, type Sender } from './card-sends'
import type { Repositories } from './repositories'

export type MarksSend = In<typeof scoring.saveMarks>

/** Refused where the card is not the sender's to mark, or a mark is none. */
export function refuseBadMarks(send: MarksSend, sender: Sender): void {
  refuseBadChanges(itemsToMark(send, sender), send)
}

/** The cloud draft, mark by mark. Sent again it is the same. Two requests. */
export async function applyMarks(send: MarksSend, sender: Sender, repos: Repositories): Promise<AppliedChanges> {
  let applied: AppliedChanges | undefined
  await repos.scorecards.change(ownCardId(send, sender), (stored) => {
    const card = stored ?? blankCard(send, sender)
    applied = applyMarkChanges(card, send.changes, asSent(send, sender))
    if (!applied.isChanged) return null
    const { marks, history } = applied
    return { ...card, marks, photos: photosOf(marks), history, ...contact(send, sender) }
  })
  return applied!
}

function refuseBadChanges(items: readonly CardItem[], { changes }: MarksSend): void {
  for (const [index, { itemId, mark }] of changes.entries()) {
    refuse(`changes.${index}.mark`, markProblem(items, itemId, mark))
    const isTwice = changes.findIndex((change) => change.itemId === itemId) < index
    refuse(`changes.${index}.itemId`, isTwice ? '同一项在一次上传里出现了两次' : undefined)
  }
}
