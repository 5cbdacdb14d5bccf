/** The round's stored documents as the round file holds them. */
import { exportOrder } from '../../../src/domain/export-order'
import { type AuditEdition, type Response, ROUND_FORMAT } from '../../../src/domain/round-file'
import type { DeductionDoc } from '../documents'
import { sha256Hex } from '../node-bytes'
import type { SealedInputs } from '../sealed-inputs'

export function auditEdition(
  { round, cards, deductions, measurements }: SealedInputs,
  answers: readonly Response[],
): AuditEdition {
  const edition: AuditEdition = {
    format: ROUND_FORMAT,
    edition: 'audit',
    id: round._id,
    number: round.number,
    date: round.day,
    rehearsal: round.rehearsal,
    scheme: round.scheme,
    villages: round.villages,
    stops: round.stops,
    panel: round.panel.map(({ id, name, districtId, recusedVillageIds }) => ({
      id,
      name,
      districtId,
      recusedVillageIds,
    })),
    goals: round.goals,
    notApplicable: round.notApplicable,
    measurements: measurements.map(({ villageId, indicatorId, value }) => ({ villageId, indicatorId, value })),
    scorecards: cards.map(({ inspectorId, villageId, submitted }) => ({
      inspectorId,
      villageId,
      marks: submitted!.marks,
    })),
    deductions: deductions.map(({ _id, itemId, villageId, occurrences, state }) => ({
      id: _id,
      itemId,
      villageId,
      occurrences,
      confirmed: wasConfirmed[state],
      revoked: state === 'revoked',
    })),
    accepted: round.accepted,
    responses: answers.map(({ villageId, channel, answers, tooFast, restored }) => ({
      villageId,
      channel,
      answers,
      tooFast,
      restored,
    })),
  }
  return exportOrder(edition, sha256Hex)
}

/** One that nobody confirmed before closing has lapsed. */
const wasConfirmed: Record<DeductionDoc['state'], boolean> = {
  proposed: false,
  lapsed: false,
  confirmed: true,
  appealed: true,
  upheld: true,
  revoked: true,
}
