/** How one card's score came about, as sums to follow. Rule: docs/round-file.md, step 2. */
import type { ApplicableItems } from './applicable-items'
import { exactUnits, scaled, sum } from './exact'
import { measuredMark } from './measured-mark'
import { own } from './own'
import type { MarkedPaper, Marks } from './round-file'
import { U } from './units'
import { exactText, worked } from './worked-sums'

export type Facts = ReadonlyMap<string, number>

export function cardWorkings(
  paper: MarkedPaper,
  items: ApplicableItems,
  facts: Facts,
  weight: number,
): (marks: Marks) => string[] {
  return paper === 'common' ? commonWorkings(items, facts, weight) : goalWorkings(items, weight)
}

/** Judged and measured marks, `36 + 44.5 = 80.5`; then `80.5 ÷ 93 × 40 ≈ 34.6237`. */
function commonWorkings({ judged, measured }: ApplicableItems, facts: Facts, weight: number) {
  const full = sum([...judged, ...measured].map((indicator) => exactUnits(indicator.full)))
  const known = sum(measured.map(({ id, bands }) => exactUnits(measuredMark(bands, facts.get(id)!))))
  return (marks: Marks): string[] => {
    const given = sum(judged.map(({ id }) => exactUnits(own(marks, id)!)))
    const total = given + known
    const score = `${exactText(total)} ÷ ${exactText(full)} × ${weight}`
    return [
      ...(measured.length > 0 ? [`${exactText(given)} + ${exactText(known)} = ${exactText(total)}`] : []),
      worked(score, total * BigInt(weight) * BigInt(U), full),
    ]
  }
}

/** Each goal's mark times its difficulty, `9 × 0.8 + 8 × 1 = 15.2`; then the same. */
function goalWorkings({ goals }: ApplicableItems, weight: number) {
  const full = sum(goals.map((goal) => exactUnits(goal.full)))
  return (marks: Marks): string[] => {
    const given = goals.map(({ id, difficulty }) => ({ mark: exactUnits(own(marks, id)!), difficulty }))
    const products = given.map(({ mark, difficulty }) => `${exactText(mark)} × ${difficulty}`).join(' + ')
    // Marks have four decimals at most, difficulties two.
    const total = sum(given.map(({ mark, difficulty }) => mark * scaled(difficulty, 2)))
    const score = `${exactText(total, 6)} ÷ ${exactText(full)} × ${weight}`
    return [
      `${products} = ${exactText(total, 6)}`,
      worked(score, total * BigInt(weight) * BigInt(U), full * BigInt(100)),
    ]
  }
}
