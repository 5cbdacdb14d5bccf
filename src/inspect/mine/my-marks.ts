/** My own marks over all villages, put beside each other to see whether I measured alike. Nobody else's are here. */
import { type KeptCard, keptMark } from '../../client/kept-card'
import type { JudgedItem, TodayStop } from '../../contract/round'
import { markText } from '../../domain/cents-text'
import { toUnits } from '../../domain/units'
import { judgedInOrder } from '../scorecard/card-rows'

/** One of my villages, with my card for it. */
export type MyVillage = { stop: TodayStop; card: KeptCard }

export type MarkRow = {
  id: string
  title: string
  full: string
  /** 3–4.5; empty where fewer than two are marked. */
  range: string
  /** A village each, in the order of the columns. */
  cells: string[]
}

/** Not marked yet; not asked there. */
export const UNMARKED = '–'
export const NOT_ASKED = '不评'

/** 共性: one indicator a row, in the order of the card. */
export function indicatorRows(villages: readonly MyVillage[]): MarkRow[] {
  return indicators(villages).map(({ id, title, full }) => {
    const marks = villages.map((village) => markOf(village, id))
    return { id, title, full: String(full), range: rangeOf(marks), cells: marks.map(cellOf) }
  })
}

/** What I gave each village in all; a card that is not complete has no sum yet. */
export function sumCells(villages: readonly MyVillage[], paper: JudgedItem['paper']): string[] {
  return villages.map((village) => {
    const items = village.stop.items.filter((item) => item.paper === paper)
    const marks = items.map(({ id }) => markOf(village, id))
    return marks.length > 0 && marks.every((mark) => typeof mark === 'number') ? sumText(marks as number[]) : UNMARKED
  })
}

/** 示范: every village has goals of its own. */
export function goalRows({ stop, card }: MyVillage): { id: string; title: string; full: string; mark: string }[] {
  return stop.items
    .filter(({ paper }) => paper === 'demonstration')
    .map(({ id, title, full }) => ({ id, title, full: String(full), mark: cellOf(markOf({ stop, card }, id)) }))
}

export function isAnythingMarked(villages: readonly MyVillage[]): boolean {
  return villages.some(({ stop, card }) => stop.items.some(({ id }) => keptMark(card, id).mark !== null))
}

function indicators(villages: readonly MyVillage[]): JudgedItem[] {
  const seen = new Map<string, JudgedItem>()
  for (const { stop } of villages)
    for (const item of judgedInOrder(stop)) if (item.paper === 'common' && !seen.has(item.id)) seen.set(item.id, item)
  return [...seen.values()]
}

/** undefined: not asked in this village. */
function markOf({ stop, card }: MyVillage, itemId: string): number | null | undefined {
  return stop.items.some(({ id }) => id === itemId) ? keptMark(card, itemId).mark : undefined
}

function cellOf(mark: number | null | undefined): string {
  if (mark === undefined) return NOT_ASKED
  return mark === null ? UNMARKED : String(mark)
}

function rangeOf(marks: readonly (number | null | undefined)[]): string {
  const given = marks.filter((mark): mark is number => typeof mark === 'number')
  if (given.length < 2) return ''
  const least = Math.min(...given)
  const most = Math.max(...given)
  return least === most ? `都是 ${least}` : `${least}–${most}`
}

function sumText(marks: readonly number[]): string {
  return markText(marks.reduce((total, mark) => total + (toUnits(mark) ?? 0), 0))
}
