import type { Board, BoardRow } from '../../contract/ranking'
import { cents } from '../../domain/cents-text'
import { U, type Units } from '../../domain/units'

export type PaperName = 'common' | 'demonstration' | 'satisfaction'
export type PaperOrder = {
  paper: PaperName
  title: string
  full: Units
  rows: { place: number; row: BoardRow; score: Units }[]
}

export const paperTitles: Record<PaperName, string> = {
  common: '共性目标',
  demonstration: '示范目标',
  satisfaction: '满意度',
}

/** One paper's own order over the ranked villages: who is best at what. Equal as shown: the same place. */
export function paperOrder({ rows, weights }: Board, paper: PaperName): PaperOrder {
  const scored = rows.flatMap((row) => (row[paper] === null ? [] : [{ row, score: row[paper] }]))
  const best = [...scored].sort((a, b) => cents(b.score) - cents(a.score))
  return {
    paper,
    title: paperTitles[paper],
    full: weights[paper] * U,
    rows: best.map((one) => ({
      ...one,
      place: 1 + best.filter((other) => cents(other.score) > cents(one.score)).length,
    })),
  }
}
