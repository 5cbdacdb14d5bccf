import type { Board, BoardProgress, BoardRow } from '../../contract/ranking'

/** A village with a place; the board's deferred ones have none. */
export type Ranked = BoardRow & { rank: number }

export type Slide =
  | { kind: 'title' }
  | { kind: 'message'; text: string }
  /** `at`: position in the ranking, 0 the first. */
  | { kind: 'village'; at: number }
  | { kind: 'deferred'; rows: readonly BoardRow[] }
  /** The whole ranking; only a very long one takes more than one. */
  | { kind: 'ranking'; rows: readonly Ranked[]; part: number }
  /** 进步榜 */
  | { kind: 'gains'; rows: readonly GainRow[]; part: number }

export type GainRow = BoardProgress['rows'][number]

/** As many villages as one slide holds and a hall can read. */
const ON_ONE_SLIDE = 36

/** The evening's script: digest, what the host says, last place to first, who is deferred, the whole ranking, who moved most. */
export function slidesOf(board: Board, messages: readonly string[]): Slide[] {
  const ranked = rankedOf(board)
  const deferred = board.rows.filter(({ rank }) => rank === null)
  return [
    { kind: 'title' },
    ...messages.filter((text) => text.trim() !== '').map((text): Slide => ({ kind: 'message', text })),
    ...ranked.map((_, i): Slide => ({ kind: 'village', at: ranked.length - 1 - i })),
    ...(deferred.length > 0 ? [{ kind: 'deferred', rows: deferred } satisfies Slide] : []),
    ...inParts(ranked).map((rows, i): Slide => ({ kind: 'ranking', rows, part: i + 1 })),
    ...inParts(board.progress?.rows ?? []).map((rows, i): Slide => ({ kind: 'gains', rows, part: i + 1 })),
  ]
}

export function rankedOf({ rows }: Pick<Board, 'rows'>): Ranked[] {
  return rows.filter((row): row is Ranked => row.rank !== null)
}

function inParts<Row>(rows: readonly Row[]): (readonly Row[])[] {
  const parts = Math.ceil(rows.length / ON_ONE_SLIDE)
  return Array.from({ length: parts }, (_, i) => rows.slice(i * ON_ONE_SLIDE, (i + 1) * ON_ONE_SLIDE))
}

/** What the next tap does: 揭第 1 名. Never a name. */
export function nextInWords(next: Slide | undefined, ranked: readonly Ranked[]): string {
  switch (next?.kind) {
    case undefined:
      return '揭榜完毕'
    case 'village':
      return `点一下，揭第 ${ranked[next.at]!.rank} 名`
    case 'deferred':
      return '点一下，说缓评的村'
    case 'ranking':
      return next.part === 1 ? '点一下，看全榜' : '点一下，看下面的'
    case 'gains':
      return next.part === 1 ? '点一下，看进步榜' : '点一下，看下面的'
    default:
      return '点一下，下一张'
  }
}

/** 第 2 至 4 名同在一档，难分高下 — said of places, so that it names nobody before their turn; alone in its band: nothing. */
export function bandInWords(row: Ranked, ranked: readonly Ranked[]): string | undefined {
  if (!row.certainty) return undefined
  const ranks = ranked.filter(({ certainty }) => certainty?.band === row.certainty?.band).map(({ rank }) => rank)
  if (ranks.length < 2) return undefined
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)]
  return best === worst ? '并列，难分高下' : `第 ${best} 至 ${worst} 名同在一档，难分高下`
}

/** Whether it and the next one down are 难分高下. */
export function isBandedWith(row: Ranked, other: Ranked | undefined): boolean {
  return row.certainty !== null && row.certainty.band === other?.certainty?.band
}
