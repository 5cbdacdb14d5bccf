/** What two persons agree to seal, and the one hash of it. */
import { onlyAsked } from '../../src/domain/asked-measurements'
import { corrected } from '../../src/domain/corrections'
import { digestOf } from '../../src/domain/digest'
import { byKeys } from '../../src/domain/order'
import { admitAgreed } from './admitted-sends'
import type { DeductionDoc, MeasurementDoc, RoundDoc, ScorecardDoc } from './documents'
import type { RoundContext } from './serve'

export interface SealedInputs {
  round: RoundDoc
  /** Submitted ones: drafts do not count. */
  cards: ScorecardDoc[]
  deductions: DeductionDoc[]
  /** As they stand after what two persons corrected. */
  measurements: MeasurementDoc[]
}

/**
 * Six requests up to a thousand documents each, one more for every admission of late work: what two persons agreed to and
 * what was cut off half-way is carried out first.
 */
export async function sealedInputs(context: Pick<RoundContext, 'round' | 'now' | 'repos'>): Promise<SealedInputs> {
  const { round, repos } = context
  await admitAgreed(context)
  const cards = await repos.scorecards.ofRound(round._id)
  const deductions = await repos.deductions.ofRound(round._id)
  const entered = onlyAsked(await repos.measurements.ofRound(round._id), round)
  const measurements = corrected(entered, round.corrected ?? [])
  return { round, cards: cards.filter(({ submitted }) => submitted !== null), deductions, measurements }
}

/**
 * Cards by their hash, deductions by state and revision, measured values, which exclusions two persons lifted, and what
 * the round itself lays down, and on which sealed edition a reopened one stands. Not the answers: their gate has been
 * closed longer than any function runs, and to hash them would be to read them.
 */
export function sealedInputsHash({ round, cards, deductions, measurements }: SealedInputs): string {
  const byId = byKeys<{ id: string }>(({ id }) => id)
  const {
    scheme,
    villages,
    stops,
    panel,
    goals,
    notApplicable,
    accepted,
    restored = [],
    admitted = [],
    reopened,
  } = round
  return digestOf({
    roundId: round._id,
    plan: { scheme, villages, stops, panel, goals, notApplicable, accepted },
    reopened: reopened?.audit.digest ?? null,
    restored: restored.map(({ proposalId }) => proposalId).sort(),
    admitted: admitted.map(({ proposalId }) => proposalId).sort(),
    cards: cards.map(({ _id, submitted }) => ({ id: _id, hash: submitted!.hash })).sort(byId),
    deductions: deductions.map(({ _id, state, revision }) => ({ id: _id, state, revision })).sort(byId),
    measurements: measurements.map(({ _id, value }) => ({ id: _id, value })).sort(byId),
  })
}
