/**
 * What two rounds both marked of a village: the indicators and goals with the same id and full mark that applied to it in
 * both. They are taken as this round defines them (bands, difficulty), so that a change of rules is not taken for a
 * change of the village. Rule: docs/domain.md, Progress.
 */
import { type ApplicableItems, applicableItems } from './applicable-items'
import { groupBy } from './group-by'
import { commonScore, demonstrationScore } from './inspector-score'
import type { Cell } from './least-squares'
import { byKeys } from './order'
import type { Indicator, MarkedPaper, RoundInputs } from './round-file'

export type ItemsOfVillage = (villageId: string) => ApplicableItems

export function comparedItems(before: RoundInputs, now: RoundInputs): ItemsOfVillage {
  const former = itemsOf(before)
  const present = itemsOf(now)
  return (villageId) => {
    const then = former(villageId)
    const indicators = new Map([...then.judged, ...then.measured].map((indicator) => [indicator.id, indicator]))
    const goals = new Map(then.goals.map((goal) => [goal.id, goal]))
    const { judged, measured, goals: declared } = present(villageId)
    return {
      judged: judged.filter((indicator) => isSame(indicators.get(indicator.id), indicator)),
      measured: measured.filter((indicator) => isSame(indicators.get(indicator.id), indicator)),
      goals: declared.filter(({ id, full }) => goals.get(id)?.full === full),
    }
  }
}

/** Marks and facts cannot be set against each other, nor facts in two units. */
function isSame(before: Indicator | undefined, now: Indicator): boolean {
  if (!before || before.full !== now.full) return false
  if (now.kind === 'judged') return before.kind === 'judged'
  return before.kind === 'measured' && before.unit === now.unit
}

function itemsOf(round: RoundInputs): ItemsOfVillage {
  const goals = groupBy(round.goals, (goal) => goal.villageId)
  const notApplicable = groupBy(round.notApplicable, (pair) => pair.villageId)
  return (id) => applicableItems(round.scheme, goals.get(id) ?? [], notApplicable.get(id) ?? [], id)
}

/** One round's scores on these items, one a card, `weight` being the paper's in this round. */
export function comparedCells(
  round: RoundInputs,
  villageIds: readonly string[],
  { items, paper, weight }: { items: ItemsOfVillage; paper: MarkedPaper; weight: number },
): Cell[] {
  const cards = groupBy([...round.scorecards].sort(byKeys((card) => card.inspectorId)), (card) => card.villageId)
  const measurements = groupBy(round.measurements, (measurement) => measurement.villageId)
  return villageIds.flatMap((villageId) => {
    const compared = items(villageId)
    const facts = measurements.get(villageId) ?? []
    const values = new Map(facts.map(({ indicatorId, value }) => [indicatorId, value]))
    return (cards.get(villageId) ?? []).map(({ inspectorId, marks }) => ({
      villageId,
      inspectorId,
      score:
        paper === 'common' ? commonScore(marks, compared, values, weight) : demonstrationScore(marks, compared, weight),
    }))
  })
}
