/** The deductions that overdue findings make of themselves, as documents; no request. */
import { unconfirmed } from '../../src/domain/deduction-life'
import { overdueDays } from '../../src/domain/overdue-days'
import type { DeductionDoc, FindingDoc, RoundDoc } from '../common/documents'

/** What of these findings, none verified, proposes itself in this round. */
export function overdueProposals(round: RoundDoc, open: readonly FindingDoc[], now: number): DeductionDoc[] {
  const itemId = overdueItem(round)
  if (itemId === null) return []
  return open
    .filter((finding) => isOverdue(finding, round))
    .map(({ _id: findingId, villageId, text, photos }) => {
      const id = `overdue:${round._id}:${findingId}`
      return {
        _id: id,
        id,
        revision: 1,
        roundId: round._id,
        villageId,
        itemId,
        occurrences: 1,
        text,
        photos: photos.map((photo) => photo.id),
        proposer: '',
        proposerName: '',
        proposedAt: now,
        findingId,
        ...unconfirmed,
      }
    })
}

/** Null: the scheme takes nothing off for it. */
export function overdueItem({ scheme, settings }: RoundDoc): string | null {
  return scheme.deductionItems.find(({ id }) => id === settings.overdueItemId)?.id ?? null
}

function isOverdue({ roundId, roundNumber, dueOn }: FindingDoc, round: RoundDoc): boolean {
  return roundId !== round._id && roundNumber < round.number && overdueDays(dueOn, round.day) > 0
}
