import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { Repositories } from '../common/repositories'
import type { MemberContext } from '../common/serve'

/** A village that no round names and no officer answers for; one that is gone already is gone. */
export async function removeVillage(
  { villageId }: CallIn<'programme', 'removeVillage'>,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'removeVillage'>> {
  const isGone = await repos.villages.remove(villageId, () => isInUse(villageId, repos))
  if (!isGone) throw failure('inUse')
  return { removed: true }
}

/** By a round, a draft's goals and facts, or an officer's role. */
async function isInUse(villageId: string, repos: Repositories): Promise<boolean> {
  const [named, everybody, hasGoals, hasMeasurements] = await Promise.all([
    repos.rounds.villagesNamed(),
    repos.members.all(),
    repos.goals.isNamed(villageId),
    repos.measurements.isNamed(villageId),
  ])
  const isOfficers = everybody.some(
    ({ revoked, roles }) => !revoked && roles.some(({ role, scope }) => role === 'officer' && scope === villageId),
  )
  return named.has(villageId) || isOfficers || hasGoals || hasMeasurements
}
