import { cents, centsText } from './cents-text'
import type { Quadrant, QuadrantDot, Quadrants, Side } from './quadrants'
import { U, type Units } from './units'

/** What stands in the corners of the picture. */
export const QUADRANT_NAMES: Record<Quadrant, string> = {
  goodAndBetter: '好的变更好',
  improving: '一般的在变好',
  goodAndSteady: '好的，变化小',
  behindOnBoth: '两样都要加力',
}

/** 水平在中位以上，进步比中位少 0.75: what stands under the picture for the dot that was tapped. */
export function quadrantWords({ progress, beside }: QuadrantDot, { medians, kind }: Quadrants): string {
  const moved = kind === 'relative' ? '相对增量' : '进步'
  return `${levelWords(beside.level)}，${moved}${progressWords(beside.progress, between(progress, medians.progress))}`
}

function levelWords(side: Side): string {
  if (side === 'on') return '水平正在中位线上'
  return side === 'above' ? '水平在中位以上' : '水平在中位以下'
}

function progressWords(side: Side, difference: string): string {
  if (side === 'on') return '正在中位线上'
  return side === 'above' ? `比中位多 ${difference}` : `比中位少 ${difference}`
}

/** What the two figures differ by as they are shown. */
function between(a: Units, b: Units): string {
  return centsText((Math.abs(cents(a) - cents(b)) * U) / 100)
}
