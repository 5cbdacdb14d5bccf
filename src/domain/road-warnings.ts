/**
 * What a change of the day does to the road (docs/domain.md, A round's life): legs that had their time, or more of it.
 * Of those that stand nothing is said: people drive them already, and know better than coordinates.
 */
import type { PlanWarning } from './plan-warnings'
import type { Stop } from './round-file'
import { type Place, type ShortLeg, shortLegInWords, shortLegs } from './route-suggestion'

type RoadVillage = { id: string; name: string; location?: Place | null | undefined }

export function roadWarnings(
  before: readonly Stop[],
  after: readonly Stop[],
  villages: readonly RoadVillage[],
): PlanWarning[] {
  const places = villages.map(({ id, location = null }) => ({ id, location }))
  const standing = shortLegs(driven(before), places)
  return shortLegs(driven(after), places)
    .filter((leg) => !standing.some((one) => isSameRoad(one, leg) && one.planned <= leg.planned))
    .map((leg) => ({
      code: 'drive',
      villageIds: [leg.from, leg.to],
      text: leg.planned < 0 ? overlapInWords(leg, after, villages) : shortLegInWords(leg, villages),
    }))
}

function driven(stops: readonly Stop[]): Stop[] {
  return stops.filter(({ state }) => state !== 'skipped').sort((a, b) => a.order - b.order)
}

function isSameRoad(one: ShortLeg, other: ShortLeg): boolean {
  return one.from === other.from && one.to === other.to
}

function overlapInWords({ from, to }: ShortLeg, stops: readonly Stop[], villages: readonly RoadVillage[]): string {
  const nameOf = (villageId: string) => villages.find(({ id }) => id === villageId)?.name ?? villageId
  const stopOf = (villageId: string) => stops.find((stop) => stop.villageId === villageId)!
  return `${stopOf(to).arrive} 到${nameOf(to)}，早于离开${nameOf(from)}（${stopOf(from).depart}）`
}
