/** What a draft round is judged and shown by: everything that can still change until it is ready, read at once. */
import { isOfficerOf } from '../../../src/domain/officer'
import { recusalsOf } from '../../../src/domain/recusal'
import type { Place } from '../../../src/domain/route-suggestion'
import type { GoalDoc, MeasurementDoc, MemberDoc, PanelInspector, RoundDoc, VillageDoc } from '../../common/documents'
import type { Repositories } from '../../common/repositories'
import { otherAtHand, type RoundHeadDoc } from '../../common/repositories/rounds'

export interface DraftFacts {
  /** All of the programme, by id. */
  villages: VillageDoc[]
  /** Everybody who may sit on a panel. */
  inspectors: MemberDoc[]
  officers: MemberDoc[]
  goals: GoalDoc[]
  measurements: MeasurementDoc[]
  /** Another real round that is not sealed yet. */
  other: RoundHeadDoc | undefined
}

/** Six requests and one more for each collection that has something, up to a thousand documents each. */
export async function draftFacts(round: RoundDoc, repos: Repositories): Promise<DraftFacts> {
  const [villages, everybody, goals, measurements, heads] = await Promise.all([
    repos.villages.all(),
    repos.members.all(),
    repos.goals.ofRound(round._id),
    repos.measurements.ofRound(round._id),
    repos.rounds.heads(),
  ])
  const members = everybody.filter(({ revoked }) => !revoked)
  return {
    villages: villages.sort((a, b) => (a._id < b._id ? -1 : 1)),
    inspectors: members.filter((member) => hasRole(member, 'inspector')),
    officers: members.filter((member) => hasRole(member, 'officer')),
    goals,
    measurements,
    other: otherAtHand(round, heads),
  }
}

function hasRole({ roles }: MemberDoc, role: string): boolean {
  return roles.some((held) => held.role === role)
}

/** The villages of the route, in its order; one that is gone from the programme is left out. */
export function routeVillages({ stops }: Pick<RoundDoc, 'stops'>, { villages }: DraftFacts): VillageDoc[] {
  return stops.flatMap(({ villageId }) => villages.find(({ _id }) => _id === villageId) ?? [])
}

/** These people as a panel, with the recusals that follow for these villages; who is no inspector any more is left out. */
export function panelOf(
  memberIds: readonly string[],
  villages: readonly VillageDoc[],
  { inspectors }: Pick<DraftFacts, 'inspectors'>,
): PanelInspector[] {
  return memberIds.flatMap((memberId) => {
    const member = inspectors.find((one) => one.memberId === memberId)
    if (!member) return []
    const { name, districtId, roles } = member
    const recusedBecause = recusalsOf({ id: memberId, districtId, roles }, villages.map(withId))
    return [{ id: memberId, name, districtId, recusedVillageIds: Object.keys(recusedBecause), recusedBecause }]
  })
}

export function officersOf(village: VillageDoc, { officers }: DraftFacts): string[] {
  return officers.filter(({ roles }) => isOfficerOf(roles, withId(village))).map(({ name }) => name)
}

export function withId(village: VillageDoc): VillageDoc & { id: string } {
  return { ...village, id: village._id }
}

/** Null: nobody knows, or not both figures. */
export function placeOf({ location }: VillageDoc): Place | null {
  const place = location as { longitude?: unknown; latitude?: unknown } | null | undefined
  if (typeof place?.longitude !== 'number' || typeof place.latitude !== 'number') return null
  return { longitude: place.longitude, latitude: place.latitude }
}
