import type { Board, BoardRow } from '../../contract/ranking'
import { cents, centsText } from '../../domain/cents-text'
import type { PublicEdition } from '../../domain/round-file'
import type { RankedVillage } from '../../domain/round-result'

/** What this phone came to, from the public edition alone. */
export type Recomputed = { round: PublicEdition; ranking: readonly RankedVillage[]; digest: string }

/** One village, as announced and as recomputed here; a place nobody has is 缓评. */
export type Line = { villageId: string; name: string; announced: string; recomputed: string; agrees: boolean }

export type Comparison = {
  lines: Line[]
  /** Every difference in a sentence; none: it agrees. */
  differences: string[]
}

/**
 * The announced board against what the public edition comes to: every village's place, total and papers to the cent, the
 * edition's own digest, and that the edition says it was made from the very inputs whose digest stands on the board.
 */
export function compare(board: Board, publicDigest: string, here: Recomputed): Comparison {
  const { round, ranking, digest } = here
  const rows = new Map(board.rows.map((row) => [row.village.id, row]))
  const recomputed = new Map(ranking.map((row) => [row.villageId, row]))
  const lines = [...board.rows.map(announced), ...ranking.filter(({ villageId }) => !rows.has(villageId)).map(unheard)]
  const differences = lines.flatMap(({ villageId }) => differenceOf(villageId))
  if (round.id !== board.round.id) differences.push(`公开版是另一次拉练的（${round.id}）。`)
  if (round.auditDigest !== board.digest)
    differences.push(`公开版写明出自摘要 ${short(round.auditDigest)} 的榜单，公布的是 ${short(board.digest)}。`)
  if (digest !== publicDigest)
    differences.push(`公开版的内容变过：重算的摘要是 ${short(digest)}，封存时是 ${short(publicDigest)}。`)
  return { lines, differences }

  function announced(row: BoardRow): Line {
    const { id, name } = row.village
    const own = recomputed.get(id)
    return {
      villageId: id,
      name,
      announced: inWords(row),
      recomputed: own ? inWords(own) : '没有这个村',
      agrees: differenceOf(id).length === 0,
    }
  }

  function unheard(row: RankedVillage): Line {
    const name = round.villages.find(({ id }) => id === row.villageId)!.name
    return { villageId: row.villageId, name, announced: '没有这个村', recomputed: inWords(row), agrees: false }
  }

  function differenceOf(villageId: string): string[] {
    const [row, own] = [rows.get(villageId), recomputed.get(villageId)]
    const name = row?.village.name ?? round.villages.find(({ id }) => id === villageId)!.name
    if (!row) return [`${name}：公开版里有，榜单上没有。`]
    if (!own) return [`${name}：榜单上有，公开版里没有。`]
    if (row.rank !== own.rank || !sameCents(row.total, own.total))
      return [`${name}：榜单是${inWords(row)}，重算是${inWords(own)}。`]
    const papers = PAPERS.filter(({ paper }) => !sameCents(row[paper], own[paper]))
    return papers.map(
      ({ paper, title }) => `${name}的${title}：榜单是 ${marks(row[paper])} 分，重算是 ${marks(own[paper])} 分。`,
    )
  }
}

const PAPERS = [
  { paper: 'common', title: '共性目标' },
  { paper: 'demonstration', title: '示范目标' },
  { paper: 'satisfaction', title: '满意度' },
  { paper: 'deductions', title: '扣分' },
] as const

type Placed = { rank: number | null; total: number | null }

function inWords({ rank, total }: Placed): string {
  return rank === null || total === null ? '缓评' : `第 ${rank} 名 ${centsText(total)} 分`
}

/** To the hundredth of a mark: what is shown decides. */
function sameCents(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : cents(a) === cents(b)
}

function marks(units: number | null): string {
  return units === null ? '没有' : centsText(units)
}

function short(digest: string): string {
  const hex = digest.replace(/^sha256:/, '')
  return `${hex.slice(0, 8)}…${hex.slice(-8)}`
}
