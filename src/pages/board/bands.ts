import type { Board, BoardRow } from '../../contract/ranking'

/** 档: ranked villages between two cuts. `swaps`: in words, how likely neighbours in it change places; none for one village. */
export type BoardBand = { key: string; rows: BoardRow[]; swaps: string | undefined }

/** The ranked rows cut into bands; one band without words where chance was not drawn. */
export function bandsOf({ rows }: Pick<Board, 'rows'>): BoardBand[] {
  const ranked = rows.filter(({ rank }) => rank !== null)
  const bands: BoardRow[][] = []
  for (const row of ranked) {
    const last = bands[bands.length - 1]
    if (last && last[0]!.certainty?.band === row.certainty?.band) last.push(row)
    else bands.push([row])
  }
  return bands.map((own) => ({ key: own[0]!.village.id, rows: own, swaps: swapsWithin(own) }))
}

/** 两村互换的可能 21%; of more than two villages the least and the greatest of their neighbours' chances. */
function swapsWithin(rows: readonly BoardRow[]): string | undefined {
  const chances = rows.slice(0, -1).flatMap(({ certainty }) => certainty?.swapsWithNext ?? [])
  if (chances.length === 0) return undefined
  const [least, most] = [percent(Math.min(...chances)), percent(Math.max(...chances))]
  if (rows.length === 2) return `两村互换的可能 ${most}%`
  return least === most ? `相邻两村互换的可能 ${most}%` : `相邻两村互换的可能 ${least}–${most}%`
}

function percent(share: number): number {
  return Math.round(share * 100)
}
