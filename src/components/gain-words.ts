/** What stands beside a village's place since the round before: on every page the same figure by the same name. */
import type { BoardProgress, BoardRow } from '../contract/ranking'
import { centsChange } from '../domain/cents-text'

/** ▲3, ▼1, 平; nothing where there was no place to compare with. */
export function movedSign(rank: number, before: number | undefined): string {
  return before === undefined ? '' : changeSign(before - rank)
}

/** More is up. */
export function changeSign(change: number): string {
  if (change === 0) return '平'
  return change > 0 ? `▲${change}` : `▼${-change}`
}

/** A board's, or a village's own line of it. */
type Gains = { progress: Pick<BoardProgress, 'kind' | 'rows'> | null }

/** 增量 as the 进步榜 has it; where there is none, what the totals differ by. Empty where there is nothing to compare. */
export function gainOf({ village, total, previous }: BoardRow, { progress }: Gains): string {
  if (!progress) return previous ? centsChange(total ?? 0, previous.total) : ''
  const moved = progress.rows.find((one) => one.village.id === village.id)
  return moved ? centsChange(moved.total, 0) : ''
}

export function gainName({ progress }: Gains): string {
  if (!progress) return '总分'
  return progress.kind === 'relative' ? '相对增量' : '增量'
}
