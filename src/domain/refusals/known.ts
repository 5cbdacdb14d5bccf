import { type ApplicableItems, applicableItems } from '../applicable-items'
import { groupBy } from '../group-by'
import type { Goal, Indicator, Inspector, RoundFile } from '../round-file'
import { idsOf } from './ids'

/** What a round's lists refer to, found by id. */
export type Known = {
  villages: Set<string>
  indicators: Map<string, Indicator>
  inspectors: Map<string, Inspector>
  goals: Map<string, Goal>
  /** What each village is marked on. */
  items: Map<string, ApplicableItems>
}

export function knownIn(round: RoundFile): Known {
  const goals = groupBy(round.goals, (goal) => goal.villageId)
  const left = groupBy(round.notApplicable, (pair) => pair.villageId)
  const itemsOf = (id: string) => applicableItems(round.scheme, goals.get(id) ?? [], left.get(id) ?? [], id)
  return {
    villages: idsOf(round.villages),
    indicators: new Map(round.scheme.indicators.map((indicator) => [indicator.id, indicator])),
    inspectors: new Map(round.panel.map((inspector) => [inspector.id, inspector])),
    goals: new Map(round.goals.map((goal) => [goal.id, goal])),
    items: new Map(round.villages.map(({ id }) => [id, itemsOf(id)])),
  }
}
