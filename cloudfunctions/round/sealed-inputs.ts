/** What two persons agree to seal, and the one hash of it. */
import { digestOf } from '../../src/domain/digest'
import { byKeys } from '../../src/domain/order'
import type { DeductionDoc, MeasurementDoc, RoundDoc, ScorecardDoc } from '../common/documents'
import type { Repositories } from '../common/repositories'

export interface SealedInputs {
  round: RoundDoc
  /** Submitted ones: drafts do not count. */
  cards: ScorecardDoc[]
  deductions: DeductionDoc[]
  measurements: MeasurementDoc[]
}

/** Six requests up to a thousand documents each. */
export async function sealedInputs(round: RoundDoc, repos: Repositories): Promise<SealedInputs> {
  const cards = await repos.scorecards.ofRound(round._id)
  const deductions = await repos.deductions.ofRound(round._id)
  const measurements = await repos.measurements.ofRound(round._id)
  return { round, cards: cards.filter(({ submitted }) => submitted !== null), deductions, measurements }
}

/**
 * Cards by their hash, deductions by state and revision, measured values, which exclusions two persons lifted, and what
 * the round itself lays down. Not the responses: their gate has been closed longer than any function runs, and to hash them would be to read them.
 */
export function sealedInputsHash({ round, cards, deductions, measurements }: SealedInputs): string {
  const byId = byKeys<{ id: string }>(({ id }) => id)
  const { scheme, villages, stops, panel, goals, notApplicable, accepted, restored = [] } = round
  return digestOf({
    roundId: round._id,
    plan: { scheme, villages, stops, panel, goals, notApplicable, accepted },
    restored: restored.map(({ proposalId }) => proposalId).sort(),
    cards: cards.map(({ _id, submitted }) => ({ id: _id, hash: submitted!.hash })).sort(byId),
    deductions: deductions.map(({ _id, state, revision }) => ({ id: _id, state, revision })).sort(byId),
    measurements: measurements.map(({ _id, value }) => ({ id: _id, value })).sort(byId),
  })
}
