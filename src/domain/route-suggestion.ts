/**
 * 建议路线: in which order a party reaches the villages with the least driving, with a time for each stop, and whether the
 * day fits. A suggestion from coordinates alone: roads, lunch and the people decide.
 *
 * Up to 12 villages the order is the shortest there is (dynamic programming over subsets; Held & Karp, 1962); above, one
 * built by cheapest insertion and bettered by 2-opt until no reversal shortens it. The route is open: it may begin and
 * end anywhere. Of a route and its reverse, the one whose first village has the smaller id.
 */
import { byKeys } from './order'

export type Place = { longitude: number; latitude: number }

export type RouteVillage = { id: string; location: Place | null }

export type RouteSettings = {
  /** `HH:MM`: at the first village. */
  startAt: string
  /** By then the last village should be left. */
  endBy: string
  minutesPerStop: number
  /** Road over great circle; hills and rivers make it more. */
  roadFactor: number
  /** Kilometres an hour, a coach on county roads. */
  speed: number
  /** To and from a village whose place nobody knows. */
  unknownLegMinutes: number
}

export const routeDefaults: RouteSettings = {
  startAt: '08:00',
  endBy: '18:00',
  minutesPerStop: 45,
  roadFactor: 1.4,
  speed: 40,
  unknownLegMinutes: 30,
}

export type SuggestedRoute = {
  /** Villages without coordinates come last, in the order they were given. Times of a day that passes midnight stop at 23:59. */
  stops: { villageId: string; arrive: string; depart: string }[]
  /** On the road between villages whose places are known, one decimal. */
  kilometres: number
  minutesOnRoad: number
  /** Minutes past `endBy` when the last village is left; 0: the day fits. */
  over: number
  fits: boolean
  /** Villages whose coordinates are missing. */
  withoutPlace: string[]
}

/** Kilometres beyond which no order is worth being called shorter: rounding, not road. */
const NOTHING = 1e-9
/** 2^12 subsets by 12 last villages are some fifty thousand sums. */
const MOST_EXACT = 12

export function suggestedRoute(
  villages: readonly RouteVillage[],
  settings: Partial<RouteSettings> = {},
): SuggestedRoute {
  const all = { ...routeDefaults, ...settings }
  const placed = villages
    .flatMap(({ id, location }) => (location ? [{ id, location }] : []))
    .sort(byKeys(({ id }) => id))
  const withoutPlace = villages.filter(({ location }) => location === null).map(({ id }) => id)
  const order = shortestOrder(placed.map(({ location }) => location))
  const route = order.map((index) => placed[index]!)
  const legs = route
    .slice(1)
    .map((village, n) => all.roadFactor * kilometresBetween(route[n]!.location, village.location))
  return timed([...route.map(({ id }) => id), ...withoutPlace], legs, withoutPlace, all)
}

export type ShortLeg = {
  from: string
  to: string
  /** Minutes between leaving and arriving; below 0: they overlap. */
  planned: number
  /** Minutes on the road, up to five. */
  needed: number
}

/**
 * Where a route leaves less time for the road than it takes at these settings, in the order of the route. Of villages
 * whose place nobody knows nothing is said.
 */
export function shortLegs(
  stops: readonly { villageId: string; arrive: string; depart: string }[],
  villages: readonly RouteVillage[],
  settings: Pick<RouteSettings, 'roadFactor' | 'speed'> = routeDefaults,
): ShortLeg[] {
  const placeOf = (id: string) => villages.find((village) => village.id === id)?.location ?? null
  return stops.slice(1).flatMap(({ villageId: to, arrive }, n) => {
    const { villageId: from, depart } = stops[n]!
    const [left, right] = [placeOf(from), placeOf(to)]
    if (!left || !right) return []
    const planned = minuteOf(arrive) - minuteOf(depart)
    const needed = minutesFor(settings.roadFactor * kilometresBetween(left, right), settings)
    return needed > planned ? [{ from, to, planned, needed }] : []
  })
}

/** 归贤村到桥头村只留了 25 分钟，按坐标估算路上要 85 分钟 */
export function shortLegInWords(
  { from, to, planned, needed }: ShortLeg,
  villages: readonly { id: string; name: string }[],
): string {
  const nameOf = (id: string) => villages.find((village) => village.id === id)?.name ?? id
  return `${nameOf(from)}到${nameOf(to)}只留了 ${planned} 分钟，按坐标估算路上要 ${needed} 分钟`
}

/**
 * The order in which these places are passed with the least way, as indexes. The same for the same places in the same
 * order, and its first index is smaller than its last.
 */
export function shortestOrder(places: readonly Place[]): number[] {
  const way = places.map((from) => places.map((to) => kilometresBetween(from, to)))
  if (places.length < 3) return places.map((_, index) => index)
  const order = places.length <= MOST_EXACT ? exactOrder(way) : bettered(inserted(way), way)
  return order[0]! < order[order.length - 1]! ? order : order.reverse()
}

/** Great-circle distance in kilometres (haversine; R. W. Sinnott, Virtues of the Haversine, 1984), the earth's mean radius 6371 km. */
export function kilometresBetween(from: Place, to: Place): number {
  const radians = Math.PI / 180
  const halfLatitude = ((to.latitude - from.latitude) * radians) / 2
  const halfLongitude = ((to.longitude - from.longitude) * radians) / 2
  const across = Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians)
  const chord = Math.sin(halfLatitude) ** 2 + across * Math.sin(halfLongitude) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)))
}

type Ways = readonly (readonly number[])[]

/** `best[subset][last]`: the least way through all of a subset that ends in `last`. */
function exactOrder(way: Ways): number[] {
  const count = way.length
  const everything = (1 << count) - 1
  const best = Array.from({ length: everything + 1 }, () => new Float64Array(count).fill(Number.POSITIVE_INFINITY))
  const before = Array.from({ length: everything + 1 }, () => new Int8Array(count).fill(-1))
  for (let one = 0; one < count; one++) best[1 << one]![one] = 0
  for (let subset = 1; subset <= everything; subset++) {
    for (let last = 0; last < count; last++) {
      const sofar = best[subset]![last]!
      if (sofar === Number.POSITIVE_INFINITY) continue
      for (let next = 0; next < count; next++) {
        const bit = 1 << next
        if (subset & bit) continue
        const further = sofar + way[last]![next]!
        if (further >= best[subset | bit]![next]! - NOTHING) continue
        best[subset | bit]![next] = further
        before[subset | bit]![next] = last
      }
    }
  }
  return backFrom(shortestEnd(best[everything]!), everything, before)
}

function shortestEnd(ways: Float64Array): number {
  let end = 0
  for (let one = 1; one < ways.length; one++) if (ways[one]! < ways[end]! - NOTHING) end = one
  return end
}

function backFrom(end: number, everything: number, before: readonly Int8Array[]): number[] {
  const order: number[] = []
  let [last, subset] = [end, everything]
  while (last !== -1) {
    order.push(last)
    const former = before[subset]![last]!
    subset &= ~(1 << last)
    last = former
  }
  return order.reverse()
}

/** Each next village where it lengthens the route least, at its ends too. */
function inserted(way: Ways): number[] {
  const order = [0, 1]
  for (let next = 2; next < way.length; next++) {
    let at = 0
    let least = Number.POSITIVE_INFINITY
    for (let place = 0; place <= order.length; place++) {
      const more = lengthenedBy(next, order[place - 1], order[place], way)
      if (more < least - NOTHING) [at, least] = [place, more]
    }
    order.splice(at, 0, next)
  }
  return order
}

function lengthenedBy(next: number, left: number | undefined, right: number | undefined, way: Ways): number {
  const toLeft = left === undefined ? 0 : way[left]![next]!
  const toRight = right === undefined ? 0 : way[next]![right]!
  return toLeft + toRight - (left === undefined || right === undefined ? 0 : way[left]![right]!)
}

/** 2-opt: a stretch is driven the other way round wherever that is shorter. Every turn shortens the route, so it ends. */
function bettered(order: number[], way: Ways): number[] {
  let route = order
  for (let changed = true; changed; ) {
    changed = false
    for (let from = 0; from < route.length - 1; from++) {
      for (let to = from + 1; to < route.length; to++) {
        const [left, right] = [route[from - 1], route[to + 1]]
        const [first, last] = [route[from]!, route[to]!]
        const was = (left === undefined ? 0 : way[left]![first]!) + (right === undefined ? 0 : way[last]![right]!)
        const is = (left === undefined ? 0 : way[left]![last]!) + (right === undefined ? 0 : way[first]![right]!)
        if (is >= was - NOTHING) continue
        route = [...route.slice(0, from), ...route.slice(from, to + 1).reverse(), ...route.slice(to + 1)]
        changed = true
      }
    }
  }
  return route
}

/** Legs rounded up to five minutes: times that people can keep in mind. */
function timed(ids: string[], legs: number[], withoutPlace: string[], settings: RouteSettings): SuggestedRoute {
  const { startAt, endBy, minutesPerStop, speed, unknownLegMinutes } = settings
  const minutes = ids.slice(1).map((_, n) => (n < legs.length ? minutesFor(legs[n]!, { speed }) : unknownLegMinutes))
  let at = minuteOf(startAt)
  const stops = ids.map((villageId, n) => {
    if (n > 0) at += minutes[n - 1]!
    const arrive = clockOf(at)
    at += minutesPerStop
    return { villageId, arrive, depart: clockOf(at) }
  })
  const over = ids.length === 0 ? 0 : Math.max(0, at - minuteOf(endBy))
  return {
    stops,
    kilometres: Math.round(legs.reduce((sum, leg) => sum + leg, 0) * 10) / 10,
    minutesOnRoad: minutes.reduce((sum, one) => sum + one, 0),
    over,
    fits: over === 0,
    withoutPlace,
  }
}

function minutesFor(kilometres: number, { speed }: Pick<RouteSettings, 'speed'>): number {
  return Math.ceil(((kilometres / speed) * 60 - NOTHING) / 5) * 5
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}

function clockOf(minute: number): string {
  const within = Math.min(minute, 24 * 60 - 1)
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}
