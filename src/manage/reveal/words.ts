import type { Board } from '../../contract/ranking'
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

/** 上升 3 名 */
export function movedWords(rank: number, before: number): string {
  if (before === rank) return '名次持平'
  return before > rank ? `上升 ${before - rank} 名` : `下降 ${rank - before} 名`
}

export function gainsTitle({ round }: Pick<Board, 'round'>): string {
  return `第 ${round.number} 次拉练 · 进步榜`
}
