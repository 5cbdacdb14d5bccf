/**
 * 这个分数怎么来的: one village's total from what the inspectors gave to its rank, step by step, in sentences and figures that add
 * up. Units are printed whole, so every sum shown is the sum of what is shown; where a division was rounded stands ≈.
 * Of the survey only what the village's page shows. Rule: docs/round-file.md, steps 1 to 8; docs/screens.md, Leader 2.
 */

import { type DeductionsStep, explainedDeductions } from './explained-deductions'
import { type DeferredStep, explainedDeferral } from './explained-deferral'
import type { NameOf, RankedRow } from './explained-lines'
import { explainedOrder, type OrderStep } from './explained-order'
import { explainedPapers, type MarkedStep } from './explained-paper'
import { explainedSatisfaction, type SatisfactionStep } from './explained-satisfaction'
import { explainedTotal, type TotalStep } from './explained-total'
import { whyProvisional } from './provisional'
import type { RoundFile } from './round-file'
import { fieldOf } from './round-ranking'
import type { RankedVillage, RoundResult } from './round-result'

export type Explanation = { villageId: string; steps: ExplainedStep[] }

/** `value` in units is what a step comes to. */
export type ExplainedStep = MarkedStep | SatisfactionStep | DeductionsStep | TotalStep | OrderStep | DeferredStep

/**
 * What explains any village of a round: the fit is reckoned once. The round must have been accepted, and the result be its
 * own; for a village, six steps, or one where it is deferred.
 */
export function explanations(
  round: RoundFile,
  { ranking, severity }: Pick<RoundResult, 'ranking' | 'severity'>,
): (villageId: string, nameOf: NameOf) => Explanation {
  const field = fieldOf(round)
  const rows = new Map(ranking.map((row) => [row.villageId, row]))
  const papers = explainedPapers(round, ranking)
  const satisfaction = explainedSatisfaction(round)
  return (villageId, nameOf) => {
    const row = rows.get(villageId)
    if (!row) throw new Error(`${villageId} is not in the ranking`)
    const why = whyProvisional(round.scheme, { scorecards: row.inspectors, valid: row.survey.valid })
    if (!isRanked(row)) return { villageId, steps: [explainedDeferral(round, row, field, why)] }
    return {
      villageId,
      steps: [
        papers('common', row, severity.common, nameOf),
        papers('demonstration', row, severity.demonstration, nameOf),
        satisfaction(row),
        explainedDeductions(round, row),
        explainedTotal(row),
        explainedOrder(round, row, ranking.filter(isRanked), why),
      ],
    }
  }
}

function isRanked(row: RankedVillage): row is RankedVillage & RankedRow {
  return !row.deferred
}
