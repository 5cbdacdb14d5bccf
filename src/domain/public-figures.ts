/**
 * What a village's public page shows of its survey. A figure stands only where it could as well be that of a village in
 * which nobody is in a group of 1–4: there is a way for all its valid responses to have answered, each level chosen by
 * nobody or by five at least, that shows the very same. So neither how many chose a level nor how many left the question
 * out follows from it, not even by subtraction. In whole points: decimals would give the divisor away.
 * Rule: docs/domain.md, Survey rules.
 */
import { FEWEST_SHOWN } from './fewest-shown'
import type { Survey } from './round-file'
import { toUnits, U } from './units'

export type PublicFigures = {
  valid: number
  /** Of 100 who answered the overall item, so many chose the pass mark or better. */
  satisfiedOf100: number | null
  items: { id: string; mean: number | null }[]
}

/**
 * Null below five valid responses. `rate` (a share) and the questions' means (points), to four decimals, are as they
 * were computed at sealing. The overall item's two figures stand or fall together: one would tell of the other.
 */
export function publicFigures(
  survey: Pick<Survey, 'levels' | 'passMark' | 'overallItem'>,
  valid: number,
  rate: number | null,
  questions: readonly { id: string; mean: number | null }[],
): PublicFigures | null {
  if (valid < FEWEST_SHOWN || questions.length === 0) return null
  const levels = scoredLevels(survey)
  const hundred = rate === null ? null : shownOf(rate * U, PERCENT)
  const items = questions.map(({ id, mean }) => {
    const shown = mean === null ? null : shownOf(mean * U, U)
    const withRate = id === survey.overallItem ? hundred : null
    return { id, mean: shown !== null && hasTwin(levels, valid, shown, withRate) ? shown : null }
  })
  const stands = items.some(({ id, mean }) => id === survey.overallItem && mean !== null)
  return { valid, satisfiedOf100: stands ? hundred : null, items }
}

/** A hundredth of a share, in ten-thousandths. */
const PERCENT = U / 100

/** A value in ten-thousandths as it is shown: in whole steps, half a step up. */
function shownOf(value: number, step: number): number {
  return Math.floor((Math.round(value) + step / 2) / step)
}

/** Points in units, highest first: levels worth the same are one group. */
type Level = { points: number; isSatisfied: boolean }

function scoredLevels({ levels, passMark }: Pick<Survey, 'levels' | 'passMark'>): Level[] {
  const points = new Set(levels.flatMap(({ points }) => points ?? []))
  return [...points].sort((a, b) => b - a).map((one) => ({ points: toUnits(one)!, isSatisfied: one >= passMark }))
}

/** Whether `people` answers in groups of none or five at least show this mean and, unless null, this rate of 100. */
function hasTwin(levels: readonly Level[], people: number, mean: number, of100: number | null): boolean {
  const points = totalsShownAs(mean, U, people)
  const satisfied = of100 === null ? ANY : totalsShownAs(of100, PERCENT, people)
  return spread(levels, people, 0, 0)

  /** Puts the people who are left on the levels that are left, wherever that can still lead there. */
  function spread([level, ...others]: readonly Level[], left: number, sum: number, content: number): boolean {
    if (left === 0) return isWithin(points, sum) && isWithin(satisfied, content)
    if (!level || left < FEWEST_SHOWN) return false
    const least = others.length > 0 ? others[others.length - 1]!.points : level.points
    if (sum + left * level.points < points.from || sum + left * least >= points.until) return false
    for (let here = left; here >= 0; here = here === FEWEST_SHOWN ? 0 : here - 1) {
      const more = level.isSatisfied ? here * U : 0
      if (spread(others, left - here, sum + here * level.points, content + more)) return true
      if (here === 0) return false
    }
    return false
  }
}

type Range = { from: number; until: number }
const ANY: Range = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }

/** The totals over so many people whose mean, rounded to ten-thousandths, is shown as `shown`. */
function totalsShownAs(shown: number, step: number, people: number): Range {
  const from = shown * step - step / 2
  return { from: (from - 0.5) * people, until: (from + step - 0.5) * people }
}

function isWithin({ from, until }: Range, total: number): boolean {
  return total >= from && total < until
}
