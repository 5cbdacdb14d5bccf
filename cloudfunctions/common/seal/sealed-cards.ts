/**
 * What is sealed, card by card, for every inspector's phone to compare with. The marks are the frozen file's; from which
 * phone and when they came is told by the stored card, as long as it still is that card.
 */
import { cardHash } from '../../../src/domain/card-hash'
import type { AuditEdition } from '../../../src/domain/round-file'
import type { SnapshotDoc } from '../documents'
import type { Repositories } from '../repositories'
import { scorecardId } from '../repositories/scorecards'
import { CannotSeal } from './cannot-seal'

/** Two requests up to a thousand cards. */
export async function sealedCards(
  { id, scorecards }: AuditEdition,
  repos: Repositories,
): Promise<NonNullable<SnapshotDoc['cards']>> {
  const stored = new Map((await repos.scorecards.ofRound(id)).map((card) => [card._id, card.submitted]))
  return scorecards.map((card) => {
    const { inspectorId, villageId } = card
    const hash = cardHash(card)
    const submitted = stored.get(scorecardId(id, inspectorId, villageId))
    if (submitted?.hash !== hash) throw new CannotSeal('a scorecard is not the one that was frozen')
    const { phone, device, at, late } = submitted
    return { inspectorId, villageId, hash, phone, device, at, late: late ?? false }
  })
}
