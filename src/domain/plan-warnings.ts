/**
 * Which rules of *ready* the plan of the day does not keep any more, in words (docs/domain.md, A round's life). Only
 * warnings: an absence is a fact, whatever it breaks.
 */
import { graphOf } from './connected'
import { type DayPlan, isAbsent } from './day-changes'
import { namesOf } from './names-of'
import { isRecused } from './recusal'

export type PlanFacts = DayPlan & {
  villages: readonly { id: string; name: string; districtId: string }[]
  /** Submitted ones. */
  cards: readonly { inspectorId: string; villageId: string }[]
  minInspectors: number
  /** Inspectors that every pair of villages should share. */
  sharedInspectors: number
}

export type PlanWarning = {
  code: 'tooFewInspectors' | 'notConnected' | 'tooFewShared' | 'unevenDistricts' | 'drive'
  villageIds: string[]
  text: string
}

export function planWarnings(facts: PlanFacts): PlanWarning[] {
  const visited = visitedVillages(facts)
  return [
    ...tooFewInspectors(visited, facts),
    ...notConnected(visited),
    ...tooFewShared(visited, facts),
    ...unevenDistricts(visited, facts),
  ]
}

/** Whose card a village has or may still get: submitted already, or here and not recused. */
export function eligibleInspectors(villageId: string, { panel, cards }: Pick<PlanFacts, 'panel' | 'cards'>): string[] {
  return panel
    .filter(
      (inspector) =>
        (!isAbsent(inspector) && !isRecused(inspector, villageId)) ||
        cards.some((card) => card.inspectorId === inspector.id && card.villageId === villageId),
    )
    .map(({ id }) => id)
}

type Visited = { id: string; name: string; districtId: string; eligible: string[] }

function visitedVillages(facts: PlanFacts): Visited[] {
  return [...facts.stops]
    .filter(({ state }) => state !== 'skipped')
    .sort((a, b) => a.order - b.order)
    .map(({ villageId }) => ({
      ...facts.villages.find(({ id }) => id === villageId)!,
      eligible: eligibleInspectors(villageId, facts),
    }))
}

function tooFewInspectors(visited: readonly Visited[], { minInspectors }: PlanFacts): PlanWarning[] {
  return visited
    .filter(({ eligible }) => eligible.length < minInspectors)
    .map(({ id, name, eligible }) => ({
      code: 'tooFewInspectors',
      villageIds: [id],
      text: `${name}能评的评委只有 ${eligible.length} 位，规定至少 ${minInspectors} 位`,
    }))
}

/** Villages whom no chain of inspectors joins to the others cannot be compared fairly (宽严校正). */
function notConnected(visited: readonly Visited[]): PlanWarning[] {
  const edges = visited.flatMap(({ id, eligible }) => eligible.map((inspectorId) => ({ villageId: id, inspectorId })))
  const [largest = [], ...others] = graphOf(edges).villageParts()
  if (others.length === 0) return []
  const apart = visited.filter(({ id, eligible }) => eligible.length > 0 && !largest.includes(id))
  return [
    {
      code: 'notConnected',
      villageIds: apart.map(({ id }) => id),
      text: `${namesOf(apart)}和其他村没有共同的评委，宽严没法校正`,
    },
  ]
}

function tooFewShared(visited: readonly Visited[], { sharedInspectors }: PlanFacts): PlanWarning[] {
  const pairs = visited
    .flatMap((one, index) => visited.slice(index + 1).map((other) => ({ one, other, shared: shared(one, other) })))
    .filter((pair) => pair.shared < sharedInspectors)
    .sort((a, b) => a.shared - b.shared)
  const [worst] = pairs
  if (!worst) return []
  const concerned = visited.filter((village) => pairs.some(({ one, other }) => village === one || village === other))
  const example = `${worst.one.name}和${worst.other.name}共同的评委只有 ${worst.shared} 位`
  const others = pairs.length > 1 ? `，另有 ${pairs.length - 1} 对村也不够` : ''
  return [
    {
      code: 'tooFewShared',
      villageIds: concerned.map(({ id }) => id),
      text: `${example}${others}，规定每两个村至少 ${sharedInspectors} 位`,
    },
  ]
}

/** Districts that have a village on the route or an inspector on the panel; who comes from none counts for none. */
function unevenDistricts(visited: readonly Visited[], { panel }: PlanFacts): PlanWarning[] {
  const here = panel.filter((inspector) => !isAbsent(inspector)).map(({ districtId }) => districtId)
  const districts = new Set([...visited.map(({ districtId }) => districtId), ...here.filter((id) => id !== null)])
  const counts = [...districts].map((district) => here.filter((id) => id === district).length)
  const [most, fewest] = [Math.max(...counts), Math.min(...counts)]
  if (districts.size < 2 || most === fewest) return []
  return [
    {
      code: 'unevenDistricts',
      villageIds: [],
      text: `各区派出的评委人数不等：最多 ${most} 位，最少 ${fewest} 位`,
    },
  ]
}

function shared(one: Visited, other: Visited): number {
  return one.eligible.filter((id) => other.eligible.includes(id)).length
}
