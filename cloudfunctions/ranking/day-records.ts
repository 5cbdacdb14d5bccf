/**
 * What progress tells beside cards: late work, deductions, photos that have not arrived. Administrators ask of
 * everybody, an inspector of themself, a leader of nobody.
 */
import { missingPhotos } from '../../src/domain/day-counts'
import type { DeductionDoc, FindingDoc, HighlightDoc } from '../common/documents'
import type { LateHead } from '../common/repositories/late'
import type { CardState } from '../common/repositories/scorecards'
import { holds, type RoundContext } from '../common/serve'

export interface DayRecords {
  isEverybodys: boolean
  late: LateHead[]
  deductions: Pick<DeductionDoc, 'state' | 'proposer' | 'photos'>[]
  findings: Pick<FindingDoc, 'by' | 'photos'>[]
  highlights: Pick<HighlightDoc, 'by' | 'photos'>[]
}

/** Three requests, for an administrator one more after closing; none for a leader. */
export async function dayRecords({ me, round, repos }: RoundContext): Promise<DayRecords> {
  const isEverybodys = holds(me, 'administrator', round)
  if (!isEverybodys && !holds(me, 'inspector', round))
    return { isEverybodys, late: [], deductions: [], findings: [], highlights: [] }

  const by = isEverybodys ? undefined : me.memberId
  const [late, deductions, findings, highlights] = await Promise.all([
    isEverybodys && round.closedAt !== null ? repos.late.headsOfRound(round._id) : [],
    repos.deductions.statesOfRound(round._id, by),
    repos.findings.photosOfRound(round._id, by),
    repos.highlights.photosOfRound(round._id, by),
  ])
  return { isEverybodys, late, deductions, findings, highlights }
}

/**
 * By inspector: photos named but not stored. For everybody two requests up to a thousand photos, for oneself one a
 * hundred photos; none where nothing names a photo.
 */
export async function photosMissing(
  cards: readonly CardState[],
  { isEverybodys, deductions, findings, highlights }: DayRecords,
  { me, round, repos }: RoundContext,
): Promise<Map<string, number>> {
  const named = [
    ...cards.map(({ inspectorId, photos }) => ({ by: inspectorId, photos: photos ?? [] })),
    // One stored before deductions had photos has none.
    ...deductions.map(({ proposer, photos }) => ({ by: proposer, photos: photos ?? [] })),
    ...findings.map(({ by, photos }) => ({ by, photos: photos.map(({ id }) => id) })),
    ...highlights,
  ].filter(({ by, photos }) => photos.length > 0 && (isEverybodys || by === me.memberId))
  if (named.length === 0) return new Map()
  const stored = isEverybodys
    ? await repos.files.idsOfRound(round._id)
    : await repos.files.storedOf(named.flatMap(({ photos }) => photos))
  return missingPhotos(named, stored)
}
