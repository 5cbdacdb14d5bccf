/** The total of an explanation: the four figures to the unit, then as the board shows them, their rounding named. */
import { cents, centsText } from './cents-text'
import type { RankedRow, ShownSum } from './explained-lines'
import { U, type Units } from './units'
import { unitsText } from './worked-sums'

export type TotalStep = { kind: 'total'; value: Units; sentences: string[]; shown: ShownSum }

export function explainedTotal(row: RankedRow): TotalStep {
  const { common, demonstration, satisfaction, deductions, total } = row
  const sum = common + demonstration + satisfaction - deductions
  if (total !== Math.max(0, sum)) throw new Error(`${row.villageId}: the total is ${total}, but its parts give ${sum}`)
  const shown = shownSum(row)
  const parts = [common, demonstration, satisfaction].map(unitsText).join(' + ')
  return {
    kind: 'total',
    value: total,
    sentences: [
      `共性、示范、满意度相加，减去扣分：${parts} − ${unitsText(deductions)} = ${unitsText(sum)}。`,
      ...(sum < 0 ? ['低于 0 分，总分按 0 分计。'] : []),
      `总分四舍五入到 0.01 分，是 ${centsText(total)} 分。`,
      ...roundingSentences(shown, sum < 0),
      '算式里的“=”是正好相等，“≈”是四舍五入到 0.0001 分。',
    ],
    shown,
  }
}

function shownSum({ common, demonstration, satisfaction, deductions, total }: RankedRow): ShownSum {
  const [c, d, s, off, t] = [common, demonstration, satisfaction, deductions, total].map(rounded) as Five
  return { common: c, demonstration: d, satisfaction: s, deductions: off, total: t, rounding: t - (c + d + s - off) }
}

type Five = [Units, Units, Units, Units, Units]

function rounded(units: Units): Units {
  return (cents(units) * U) / 100
}

/** Where the rounded figures do not add up, that is said; below 0 the sum is not what is shown anyway. */
function roundingSentences({ rounding, total, ...papers }: ShownSum, isBelow: boolean): string[] {
  if (rounding === 0 || isBelow) return []
  const { common, demonstration, satisfaction, deductions } = papers
  const parts = [common, demonstration, satisfaction].map(centsText).join(' + ')
  const sum = centsText(total - rounding)
  const by = centsText(Math.abs(rounding))
  return [
    `各卷也四舍五入到 0.01 分：${parts} − ${centsText(deductions)} = ${sum}，与总分 ${centsText(total)} 差 ${by} 分，是四舍五入的差。`,
  ]
}
