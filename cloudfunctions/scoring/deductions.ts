import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { isOfficerOf } from '../../src/domain/officer'
import { deductionsFor, maySee } from '../common/deductions'
import { photoAddresses } from '../common/photo-addresses'
import { holds, type RoundContext } from '../common/serve'

/**
 * 扣分 of the round, as far as the reader may see them, with their photos. Four requests of the database up to a hundred
 * photos, and one of storage up to fifty.
 */
export async function deductions(
  { villageId }: In<typeof scoring.deductions>,
  context: RoundContext,
): Promise<Out<typeof scoring.deductions>> {
  const { me, round, repos, now } = context
  const found = await repos.deductions.ofVillages(round._id, villagesAsked(villageId, context))
  const visible = found.filter((doc) => maySee(me, doc, round))
  const urls = await photoAddresses(
    visible.flatMap(({ photos }) => photos),
    repos,
  )
  return { deductions: deductionsFor(me, round, visible, { now, urls }), at: now }
}

function villagesAsked(villageId: string | null, { me, round }: RoundContext): string[] {
  const villages = round.villages.filter(({ id }) => villageId === null || id === villageId)
  if (villageId !== null && villages.length === 0) throw failure('notFound')
  // Who is only an officer here asks for their own villages.
  const seesAny = holds(me, 'administrator', round) || holds(me, 'inspector', round)
  const theirs = seesAny ? villages : villages.filter((village) => isOfficerOf(me.roles, village))
  if (villageId !== null && theirs.length === 0) throw failure('outOfScope', { villageId })
  return theirs.map(({ id }) => id)
}
