/** One village over three or more rounds: rank and total, gaps named. Rule: docs/domain.md, Progress. */
import { cents } from './cents-text'
import type { RoundInputs } from './round-file'
import type { RankedVillage } from './round-result'
import { U, type Units } from './units'

export type TrendRound = Pick<RoundInputs, 'id' | 'number' | 'date' | 'rehearsal'> & {
  ranking: readonly RankedVillage[]
}

export type TrendPoint = { roundId: string; number: number; date: string } & (Standing | Gap)

type Standing = {
  kind: 'ranked'
  rank: number
  /** Villages that were ranked. */
  of: number
  total: Units
  /** Since the last round in which it was ranked, whose number says whether a gap lies between; null: the first. */
  change: { since: number; ranks: number; total: Units } | null
}

/** `absent`: not on that round's route. */
type Gap = { kind: 'gap'; reason: 'absent' | 'deferred' }

/** A trend begins with three rounds. */
export const FEWEST_ROUNDS = 3

/**
 * By number, rehearsals left out; null for fewer than three rounds, or where the village was never ranked. `change.ranks`
 * above 0 is up, `change.total` is between the totals as they are shown.
 */
export function trend(villageId: string, rounds: readonly TrendRound[]): TrendPoint[] | null {
  const real = rounds.filter(({ rehearsal }) => !rehearsal).sort((a, b) => a.number - b.number)
  if (real.length < FEWEST_ROUNDS) return null
  let last: (Standing & { number: number }) | null = null
  const points: TrendPoint[] = []
  for (const { id, number, date, ranking } of real) {
    const point = pointOf(villageId, ranking, last)
    points.push({ roundId: id, number, date, ...point })
    if (point.kind === 'ranked') last = { ...point, number }
  }
  return last === null ? null : points
}

function pointOf(
  villageId: string,
  ranking: readonly RankedVillage[],
  last: (Standing & { number: number }) | null,
): Standing | Gap {
  const row = ranking.find((one) => one.villageId === villageId)
  if (!row) return { kind: 'gap', reason: 'absent' }
  if (row.rank === null || row.total === null) return { kind: 'gap', reason: 'deferred' }
  const { rank, total } = row
  const change = last && {
    since: last.number,
    ranks: last.rank - rank,
    total: ((cents(total) - cents(last.total)) * U) / 100,
  }
  return { kind: 'ranked', rank, of: ranking.filter(({ deferred }) => !deferred).length, total, change }
}
