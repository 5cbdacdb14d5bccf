import { back } from '../../../client/navigate'
import type { Preparation } from '../../../contract/round'
import { eligibleInspectors } from '../../../domain/plan-warnings'
import { panelLines } from '../../../domain/ready/panel'
import { panelPart } from '../plan-parts'
import { usePlanPart } from '../use-plan-part'

export type Candidate = Preparation['inspectors'][number]

/** Who sits on the panel, and what of the rules it keeps, told at every press by the rule that decides about ready. */
export function usePanel(preparation: Preparation) {
  const part = usePlanPart(preparation, panelPart, back)
  const { plan, villages, inspectors, districts, minInspectors, sharedInspectors } = preparation
  const route = plan.stops.flatMap(({ villageId }) => villages.find(({ id }) => id === villageId) ?? [])
  const chosen = part.value
  const panel = chosen.map((memberId) => seatOf(memberId, inspectors))
  const stops = plan.stops.map((stop, index) => ({ order: index + 1, ...stop, state: 'visited' as const }))

  return {
    part,
    route,
    groups: groupsOf(inspectors, districts),
    /** On the panel, and no inspector any more. */
    gone: panel.filter(({ gone }) => gone).map(({ id }) => id),
    isChosen: (memberId: string) => chosen.includes(memberId),
    toggle(memberId: string) {
      const next = chosen.includes(memberId) ? chosen.filter((one) => one !== memberId) : [...chosen, memberId]
      part.change(next)
    },
    nameOf: (memberId: string) => inspectors.find((one) => one.memberId === memberId)?.name ?? memberId,
    recusedOnRoute: ({ recused }: Candidate) =>
      recused.flatMap(({ villageId, because }) => {
        const village = route.find(({ id }) => id === villageId)
        return village ? [{ name: village.name, because }] : []
      }),
    eligible: route.map((village) => ({
      ...village,
      count: eligibleInspectors(village.id, { panel: panel.map(withReasons), cards: [] }).length,
    })),
    minInspectors,
    lines:
      route.length > 0
        ? panelLines({ scheme: { minInspectors }, sharedInspectors, stops, villages: route, panel })
        : [],
  }
}

export type PanelState = ReturnType<typeof usePanel>

function seatOf(memberId: string, inspectors: readonly Candidate[]) {
  const member = inspectors.find((one) => one.memberId === memberId)
  return {
    id: memberId,
    name: member?.name ?? memberId,
    districtId: member?.districtId ?? null,
    recusedVillageIds: (member?.recused ?? []).map(({ villageId }) => villageId),
    bound: member?.bound ?? false,
    gone: member === undefined,
  }
}

function withReasons<T>(seat: T) {
  return { ...seat, recusedBecause: {} }
}

/** By the district they come from; who comes from none stands last. */
function groupsOf(inspectors: readonly Candidate[], districts: Preparation['districts']) {
  const all = [...districts, { id: null, name: '不属于区' }]
  return all
    .map(({ id, name }) => ({ id: id ?? '', name, people: inspectors.filter(({ districtId }) => districtId === id) }))
    .filter(({ people }) => people.length > 0)
}
