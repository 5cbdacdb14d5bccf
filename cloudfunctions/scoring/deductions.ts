import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { isOfficerOf } from '../../src/domain/officer'
import { deductionsFor, maySee } from '../common/deductions'
import type { DeductionDoc } from '../common/documents'
import { holds, type RoundContext } from '../common/serve'
import { storage } from '../common/storage'

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
  const urls = await photoAddresses(visible, context)
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

/** By photo id, for those that were uploaded. */
async function photoAddresses(docs: readonly DeductionDoc[], { repos }: RoundContext): Promise<Map<string, string>> {
  const files = await repos.files.byIds([...new Set(docs.flatMap(({ photos }) => photos))])
  const addresses = await storage.addresses(files.map(({ fileId }) => fileId))
  return new Map(
    files.flatMap(({ _id, fileId }) => {
      const url = addresses.get(fileId)
      return url === undefined ? [] : [[_id, url] as const]
    }),
  )
}
