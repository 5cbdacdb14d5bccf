/** The deductions of an explanation: item by item, each up to its cap, all up to the scheme's. */
import { deductionMarks, stands } from './deduction-marks'
import { exactUnits, exactWhole, least, sum } from './exact'
import type { DeductionLine, RankedRow } from './explained-lines'
import { groupBy } from './group-by'
import type { Deduction, DeductionItem, RoundFile } from './round-file'
import type { Units } from './units'
import { exactText } from './worked-sums'

export type DeductionsStep = { kind: 'deductions'; value: Units; sentences: string[]; lines: DeductionLine[] }

export function explainedDeductions({ scheme, deductions }: RoundFile, row: RankedRow): DeductionsStep {
  const standing = deductions.filter((one) => one.villageId === row.villageId && stands(one))
  const byItem = groupBy(standing, ({ itemId }) => itemId)
  const lines = scheme.deductionItems.flatMap((item) => {
    const ofItem = byItem.get(item.id)
    return ofItem ? [lineOf(item, ofItem)] : []
  })
  const value = Number(deductionMarks(standing, scheme))
  if (value !== row.deductions) throw new Error(`${row.villageId}: deductions are ${row.deductions}, not ${value}`)
  if (lines.length === 0) return { kind: 'deductions', value, sentences: ['没有确认的扣分。'], lines }
  const sentences = [...lines.map(lineSentence), ...sumSentences(lines, exactUnits(scheme.deductionCap))]
  return { kind: 'deductions', value, sentences, lines }
}

function lineOf({ id, title, marks, cap }: DeductionItem, ofItem: readonly Deduction[]): DeductionLine {
  const occurrences = sum(ofItem.map((deduction) => exactWhole(deduction.occurrences)))
  const each = exactUnits(marks)
  return {
    itemId: id,
    title,
    occurrences: Number(occurrences),
    each: Number(each),
    cap: Number(exactUnits(cap)),
    marks: Number(least(each * occurrences, exactUnits(cap))),
  }
}

function lineSentence({ title, occurrences, each, cap, marks }: DeductionLine): string {
  const uncapped = BigInt(each) * BigInt(occurrences)
  const product = `${exactText(BigInt(each))} × ${occurrences} = ${exactText(uncapped)}`
  const capped =
    uncapped > BigInt(marks) ? `，这一项最多扣 ${exactText(BigInt(cap))} 分，扣 ${exactText(BigInt(marks))} 分` : ''
  return `${title}：每次 ${exactText(BigInt(each))} 分，${occurrences} 次，${product}${capped}。`
}

function sumSentences(lines: readonly DeductionLine[], cap: bigint): string[] {
  const marks = lines.map((line) => BigInt(line.marks))
  const total = sum(marks)
  const added =
    lines.length > 1 ? [`各项相加：${marks.map((one) => exactText(one)).join(' + ')} = ${exactText(total)}。`] : []
  const capped = total > cap ? [`一个村最多扣 ${exactText(cap)} 分，扣 ${exactText(cap)} 分。`] : []
  return [...added, ...capped]
}
