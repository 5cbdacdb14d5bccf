/**
 * What a person has to do with a village in a draft round: an administrator and the village's officer hand in, an
 * administrator and an inspector of the draft's panel decide, nobody who is recused there, and nobody on what they handed
 * in themselves (docs/data.md, Actions).
 */
import { failure } from '../../src/contract/errors'
import { isOfficerOf } from '../../src/domain/officer'
import { own } from '../../src/domain/own'
import { recusalsOf } from '../../src/domain/recusal'
import type { MemberDoc, RoundDoc, VillageDoc } from '../common/documents'
import type { Repositories } from '../common/repositories'
import { holds, type RoundContext } from '../common/serve'

type Part = Pick<RoundContext, 'me' | 'round'>

/** Whom a village's goals and facts are shown to. */
export function sees(village: VillageDoc, part: Part): boolean {
  return handsIn(village, part) || decides(village, part)
}

export function mayHandIn(village: VillageDoc, part: Part): boolean {
  return part.round.state === 'draft' && handsIn(village, part)
}

/** `by`: who handed it in. */
export function mayDecide(village: VillageDoc, by: string, part: Part): boolean {
  return part.round.state === 'draft' && decides(village, part) && by !== part.me.memberId
}

/** The village, if the caller may hand in for it. One request. */
export async function villageToFill(villageId: string, context: RoundContext): Promise<VillageDoc> {
  const village = await known(villageId, context.repos)
  if (!handsIn(village, context)) throw failure('outOfScope', { villageId })
  return village
}

/** The village, if the caller may decide on what was handed in for it. One request. */
export async function villageToDecide(villageId: string, context: RoundContext): Promise<VillageDoc> {
  const village = await known(villageId, context.repos)
  if (!isAdministrator(context) && !hasSeat(context)) throw failure('outOfScope', { villageId })
  if (!decides(village, context)) throw failure('recused', { villageId })
  return village
}

export function refuseOwnEntry(by: string, { memberId }: MemberDoc): void {
  if (by === memberId) throw failure('ownEntry')
}

async function known(villageId: string, repos: Repositories): Promise<VillageDoc> {
  const village = await repos.villages.byId(villageId)
  if (!village) throw failure('outOfScope', { villageId })
  return village
}

function handsIn(village: VillageDoc, part: Part): boolean {
  return isAdministrator(part) || isOfficerOf(part.me.roles, village)
}

/** The recusal is today's, not the plan's: responsibilities may have changed since. */
function decides(village: VillageDoc, part: Part): boolean {
  if (!hasSeat(part)) return isAdministrator(part)
  const { memberId: id, districtId, roles } = part.me
  return own(recusalsOf({ id, districtId, roles }, [{ ...village, id: village._id }]), village._id) === undefined
}

function isAdministrator({ me }: Part): boolean {
  return holds(me, 'administrator', null)
}

function hasSeat({ me, round }: { me: MemberDoc; round: RoundDoc }): boolean {
  return holds(me, 'inspector', round)
}
