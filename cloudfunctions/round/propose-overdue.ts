/**
 * What an earlier round found, is overdue and not verified as fixed is a fault of its own (上轮问题逾期未整改): it proposes
 * itself, and any one inspector who may judge the village confirms it (docs/domain.md, Deductions).
 */
import { overdueDays } from '../../src/domain/overdue-days'
import { unconfirmed } from '../common/deductions'
import type { DeductionDoc, FindingDoc, RoundDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'

/** Writes on their way at once: the platform takes 20 connections. */
const AT_ONCE = 10

/** By ids that say what they are: done again it adds what is missing. Two requests, and one a finding. */
export async function proposeOverdue({ round, now, repos }: RoundContext): Promise<void> {
  const itemId = overdueItem(round)
  if (itemId === null) return
  const open = await repos.findings.openOf(round.villages.map(({ id }) => id))
  const proposals = open.filter((finding) => isOverdue(finding, round)).map((finding) => proposed(finding, itemId))
  for (let from = 0; from < proposals.length; from += AT_ONCE) {
    await Promise.all(proposals.slice(from, from + AT_ONCE).map((proposal) => repos.deductions.addOnce(proposal)))
  }

  function proposed({ _id: findingId, villageId, text, photos }: FindingDoc, itemId: string): DeductionDoc {
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
  }
}

/** Null: the scheme takes nothing off for it. */
function overdueItem({ scheme, settings }: RoundDoc): string | null {
  return scheme.deductionItems.find(({ id }) => id === settings.overdueItemId)?.id ?? null
}

function isOverdue({ roundId, roundNumber, dueOn }: FindingDoc, round: RoundDoc): boolean {
  return roundId !== round._id && roundNumber < round.number && overdueDays(dueOn, round.day) > 0
}
