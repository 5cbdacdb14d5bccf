import type { Goal, JudgedIndicator, MeasuredIndicator, NotApplicable, Scheme } from './round-file'

export type ApplicableItems = { judged: JudgedIndicator[]; measured: MeasuredIndicator[]; goals: Goal[] }

/** What a village is marked on: the scheme's indicators save those that do not apply to it, and its own goals. */
export function applicableItems(
  scheme: Pick<Scheme, 'indicators'>,
  goals: readonly Goal[],
  notApplicable: readonly NotApplicable[],
  villageId: string,
): ApplicableItems {
  const left = new Set(notApplicable.filter((pair) => pair.villageId === villageId).map((pair) => pair.indicatorId))
  const indicators = scheme.indicators.filter((indicator) => !left.has(indicator.id))
  return {
    judged: indicators.filter((indicator) => indicator.kind === 'judged'),
    measured: indicators.filter((indicator) => indicator.kind === 'measured'),
    goals: goals.filter((goal) => goal.villageId === villageId),
  }
}
