import type { Board, BoardRow } from '../../contract/ranking'
import { centsChange } from '../../domain/cents-text'
import { dayInWords } from '../../domain/shanghai-clock'

export function titleOf({ round }: Pick<Board, 'round'>): string {
  return `第 ${round.number} 次拉练${round.rehearsal ? '（演练）' : ''} · 揭榜`
}

export function dateOf({ round }: Pick<Board, 'round'>): string {
  return `${round.day.slice(0, 4)} 年 ${dayInWords(round.day)}`
}

/** 8 个试点村 · 11 位评委 · 有效答卷 1168 份: what the ranking rests on; what is not known is left out. */
export function countsOf({ round, rows, inspectors, responses }: Board): string[] {
  return [
    `${rows.length} 个试点村`,
    ...(inspectors === null ? [] : [`${inspectors} 位评委`]),
    ...(responses === null ? [] : [`有效答卷 ${responses} 份`]),
    ...(round.rehearsal ? ['没有问村民'] : []),
  ]
}

/** ▲3, ▼1, 平; nothing where there was no place to compare with. */
export function movedSign(rank: number, before: number | undefined): string {
  if (before === undefined) return ''
  if (before === rank) return '平'
  return before > rank ? `▲${before - rank}` : `▼${rank - before}`
}

/** 上升 3 名 */
export function movedWords(rank: number, before: number): string {
  if (before === rank) return '名次持平'
  return before > rank ? `上升 ${before - rank} 名` : `下降 ${rank - before} 名`
}

/** 增量 as the 进步榜 has it; where there is none, what the totals differ by. Empty where there is nothing to compare. */
export function gainOf({ village, total, previous }: BoardRow, { progress }: Board): string {
  if (!progress) return previous ? centsChange(total ?? 0, previous.total) : ''
  const moved = progress.rows.find((one) => one.village.id === village.id)
  return moved ? centsChange(moved.total, 0) : ''
}

export function gainName({ progress }: Board): string {
  if (!progress) return '总分'
  return progress.kind === 'relative' ? '相对增量' : '增量'
}

export function gainsTitle({ round }: Pick<Board, 'round'>): string {
  return `第 ${round.number} 次拉练 · 进步榜`
}
