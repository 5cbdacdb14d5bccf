/**
 * A draft's plan, changed part by part. What was decided for every village holds only for those that somebody looked at:
 * another village on the route, or another scheme, opens it again.
 */
import { byCodeUnits } from './order'
import { routeDefaults } from './route-suggestion'

export type PlanStop = { villageId: string; arrive: string; depart: string }
type Pair = { villageId: string; indicatorId: string }

export type EditedPlan = {
  day: string
  scheme: { id: string; version: number }
  stops: PlanStop[]
  panel: string[]
  notApplicable: Pair[]
  notApplicableDecided: boolean
}

export function withStops<P extends EditedPlan>(plan: P, stops: PlanStop[]): P {
  const known = new Set(plan.stops.map(({ villageId }) => villageId))
  const isSeen = stops.every(({ villageId }) => known.has(villageId))
  return { ...plan, stops, notApplicableDecided: plan.notApplicableDecided && isSeen }
}

/** `indicatorIds`: those of the scheme that is chosen. */
export function withScheme<P extends EditedPlan>(
  plan: P,
  scheme: EditedPlan['scheme'],
  indicatorIds: readonly string[],
): P {
  if (scheme.id === plan.scheme.id && scheme.version === plan.scheme.version) return plan
  const notApplicable = plan.notApplicable.filter(({ indicatorId }) => indicatorIds.includes(indicatorId))
  return { ...plan, scheme, notApplicable, notApplicableDecided: false }
}

/** What does not apply to a village, by the indicators' ids. */
export function notApplicableOf({ notApplicable }: Pick<EditedPlan, 'notApplicable'>, villageId: string): string[] {
  return notApplicable.filter((pair) => pair.villageId === villageId).map(({ indicatorId }) => indicatorId)
}

/** The village's pairs stand where they stood: by the order of villages, then of `indicatorIds`. */
export function withNotApplicable<P extends EditedPlan>(
  plan: P,
  villageId: string,
  indicatorIds: readonly string[],
): P {
  const others = plan.notApplicable.filter((pair) => pair.villageId !== villageId)
  const all = [...others, ...indicatorIds.map((indicatorId) => ({ villageId, indicatorId }))]
  const notApplicable = all
    .map((pair, place) => ({ pair, place }))
    .sort((a, b) => byCodeUnits(a.pair.villageId, b.pair.villageId) || a.place - b.place)
    .map(({ pair }) => pair)
  return { ...plan, notApplicable }
}

/** A village changes places with its neighbour; the times stay where they are, so that a route in order stays in order. */
export function movedStop(stops: readonly PlanStop[], index: number, by: 1 | -1): PlanStop[] {
  const [one, other] = [stops[index], stops[index + by]]
  if (!one || !other) return [...stops]
  return stops.map((stop) => {
    if (stop === one) return { ...stop, villageId: other.villageId }
    return stop === other ? { ...stop, villageId: one.villageId } : stop
  })
}

/** At the end of the route: half an hour on the road, then as long as elsewhere; on a day that is over, at 23:59. */
export function addedStop(stops: readonly PlanStop[], villageId: string): PlanStop[] {
  const last = stops[stops.length - 1]
  const arrive = last ? later(last.depart, routeDefaults.unknownLegMinutes) : routeDefaults.startAt
  return [...stops, { villageId, arrive, depart: later(arrive, routeDefaults.minutesPerStop) }]
}

/** The party comes at another time and stays as long as it was to stay. */
export function arrivingAt(stop: PlanStop, arrive: string): PlanStop {
  const stay = minuteOf(stop.depart) - minuteOf(stop.arrive)
  return { ...stop, arrive, depart: later(arrive, Math.max(stay, 0)) }
}

function later(clock: string, minutes: number): string {
  const at = Math.min(minuteOf(clock) + minutes, 24 * 60 - 1)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}
