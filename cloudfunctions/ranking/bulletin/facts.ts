import type { BoardRow } from '../../../src/contract/ranking'
import type { RoundDoc, SnapshotDoc } from '../../common/documents'

/** What a bulletin tells of: the round as it stands, its frozen snapshot, and the board's rows. */
export interface BulletinFacts {
  round: RoundDoc
  snapshot: SnapshotDoc
  /** In the ranking's order, deferred villages last. */
  rows: BoardRow[]
}

/** 40 points of the common paper, and so on; a paper that weighs nothing is nowhere. */
export function papersOf({ scheme }: RoundDoc) {
  const papers = [
    { id: 'common', title: '共性目标', weight: scheme.weights.common },
    { id: 'demonstration', title: '示范目标', weight: scheme.weights.demonstration },
    { id: 'satisfaction', title: '满意度', weight: scheme.weights.satisfaction },
  ] as const
  return papers.filter(({ weight }) => weight > 0)
}

/** 甲、乙、丙 */
export function listed(words: readonly string[]): string {
  return words.join('、')
}

/** 2025年3月28日 */
export function dayInOfficialWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
