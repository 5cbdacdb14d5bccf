/** 当天安排: route and panel as they stand now, who could step in, and which rules the plan does not keep any more. */
import type { CallIn, CallOut } from '../../src/contract'
import type { DayChange, DayPlan } from '../../src/contract/round'
import type { DayPlan as Plan } from '../../src/domain/day-changes'
import { byKeys } from '../../src/domain/order'
import { eligibleInspectors, planWarnings } from '../../src/domain/plan-warnings'
import { roadWarnings } from '../../src/domain/road-warnings'
import type { MemberDoc, RoundDoc } from '../common/documents'
import { roundHead, stopHead } from '../common/heads'
import type { Repositories } from '../common/repositories'
import type { RoundContext } from '../common/serve'

/** Where the settings do not say: docs/domain.md, A round's life. */
export const SHARED_INSPECTORS = 3

/** Four requests, and no mark is read. */
export async function dayPlan(
  { roundId }: CallIn<'round', 'dayPlan'>,
  { round, repos, now }: RoundContext,
): Promise<CallOut<'round', 'dayPlan'>> {
  return planOf(round, round, await planFacts(roundId, repos), now)
}

export interface PlanReading {
  /** Submitted ones. */
  cards: { inspectorId: string; villageId: string }[]
  /** Everybody who may sit on a panel. */
  inspectors: MemberDoc[]
}

/** Two requests. */
export async function planFacts(roundId: string, repos: Repositories): Promise<PlanReading> {
  const [cards, inspectors] = await Promise.all([repos.scorecards.statesOfRound(roundId), repos.members.inspectors()])
  return { cards: cards.filter(({ submitted }) => submitted), inspectors }
}

/** `plan` is the round's own, or what it would become. */
export function planOf(round: RoundDoc, plan: Plan, { cards, inspectors }: PlanReading, now: number): DayPlan {
  const { villages, scheme, settings } = round
  const { minInspectors } = scheme
  const sharedInspectors = settings.sharedInspectors ?? SHARED_INSPECTORS
  const { stops, panel } = plan
  return {
    round: roundHead(round),
    stops: [...stops]
      .sort((a, b) => a.order - b.order)
      .map((stop) => ({
        ...stopHead(stop, villages.find(({ id }) => id === stop.villageId)!),
        eligible: eligibleInspectors(stop.villageId, { panel, cards }).length,
        cardsIn: cards.filter(({ villageId }) => villageId === stop.villageId).length,
      })),
    panel: panel.map(({ id, name, districtId, absentAt, recusedVillageIds }) => ({
      id,
      name,
      districtId,
      absentAt: absentAt ?? null,
      recused: recusedVillageIds.length,
      cardsIn: cards.filter(({ inspectorId }) => inspectorId === id).length,
    })),
    candidates: inspectors
      .filter(({ memberId }) => !panel.some(({ id }) => id === memberId))
      .map(({ memberId, name, districtId }) => ({ memberId, name, districtId }))
      .sort(byKeys(({ memberId }) => memberId)),
    minInspectors,
    warnings: [
      ...planWarnings({ stops, panel, villages, cards, minInspectors, sharedInspectors }),
      ...roadWarnings(round.stops, stops, villages),
    ],
    changes: changesOf(round),
    at: now,
  }
}

/** As everybody on the panel is told, newest first. */
export function changesOf({ changes = [] }: Pick<RoundDoc, 'changes'>): DayChange[] {
  return changes
    .map(({ id, at, change, text, reason }) => {
      return { id, at, villageId: 'villageId' in change ? change.villageId : null, text, reason }
    })
    .reverse()
}
