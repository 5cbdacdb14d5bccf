/** The second village becomes what the first is, in all that counts: equal totals, a shared rank. */
import type { AuditEdition } from '../../../src/domain/round-file'

export function withTwins(round: AuditEdition): AuditEdition {
  const [first, second] = round.villages
  if (!second) return round
  const twice = <T extends { villageId: string }>(list: readonly T[], twin: (one: T) => T = (one) => one): T[] => [
    ...list.filter(({ villageId }) => villageId !== second.id),
    ...list.filter(({ villageId }) => villageId === first!.id).map((one) => ({ ...twin(one), villageId: second.id })),
  ]
  const goalId = (id: string) => (id.startsWith(`${first!.id}-`) ? `${second.id}${id.slice(first!.id.length)}` : id)
  return {
    ...round,
    villages: round.villages.map((one) => (one === second ? { ...second, households: first!.households } : one)),
    panel: round.panel.map((one) => ({
      ...one,
      recusedVillageIds: [
        ...one.recusedVillageIds.filter((id) => id !== second.id),
        ...(one.recusedVillageIds.includes(first!.id) ? [second.id] : []),
      ],
    })),
    stops: twice(round.stops).map((stop, n) => ({ ...stop, order: n + 1 })),
    goals: twice(round.goals, (goal) => ({ ...goal, id: goalId(goal.id) })),
    notApplicable: twice(round.notApplicable),
    measurements: twice(round.measurements),
    scorecards: twice(round.scorecards, (card) => ({
      ...card,
      marks: Object.fromEntries(Object.entries(card.marks).map(([id, mark]) => [goalId(id), mark])),
    })),
    deductions: round.deductions.filter(({ villageId }) => villageId !== first!.id && villageId !== second.id),
    responses: twice(round.responses),
  }
}
