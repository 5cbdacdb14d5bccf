/** The warnings before sealing that are not the survey's, from what is stored. */
import { type ReviewWarning, reviewWarnings } from '../../src/domain/review-warnings'
import type { ResponseGroup } from '../../src/domain/survey-warnings'
import type { DeductionDoc, RoundDoc, ScorecardDoc } from './documents'
import type { LateHead } from './repositories/late'

export interface ReviewedRecords {
  cards: readonly ScorecardDoc[]
  deductions: readonly DeductionDoc[]
  late: readonly LateHead[]
  groups: readonly ResponseGroup[]
}

export function reviewOf(round: RoundDoc, { cards, deductions, late, groups }: ReviewedRecords): ReviewWarning[] {
  const { scheme, villages, stops, panel, goals, notApplicable } = round
  return reviewWarnings({
    scheme,
    villages,
    stops,
    panel,
    goals,
    notApplicable,
    scorecards: cards.flatMap(({ inspectorId, villageId, submitted }) =>
      submitted ? [{ inspectorId, villageId, marks: submitted.marks }] : [],
    ),
    deductions: deductions.map(({ _id: id, villageId, state }) => ({ id, villageId, state })),
    late: late
      .filter(({ state }) => state === 'waiting')
      .map(({ _id: id, villageId, memberId: inspectorId }) => ({ id, villageId, inspectorId })),
    groups,
  })
}
