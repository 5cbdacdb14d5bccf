/**
 * 相对增量: each village's paper score beside its round's median, and how far it moved from there. For rounds whose
 * panels have too little in common for a joint fit. Rule: docs/domain.md, Progress.
 */
import { groupBy } from './group-by'
import type { Cell } from './least-squares'
import { middleValue } from './middle-value'
import { paperScore } from './paper-score'
import type { Scheme } from './round-file'
import { adjustSeverity } from './severity'
import type { Units } from './units'

type Rules = Pick<Scheme, 'severityAdjustment' | 'outlierCut' | 'trimFrom'> & { weight: number }

/** By village, in units. Both lists are of the same villages; each round is freed of severity and trimmed as ever. */
export function relativeProgress(before: readonly Cell[], now: readonly Cell[], rules: Rules): Map<string, Units> {
  const former = besideMedian(before, rules)
  const present = besideMedian(now, rules)
  return new Map([...present].map(([villageId, score]) => [villageId, score - former.get(villageId)!]))
}

function besideMedian(cells: readonly Cell[], { trimFrom, ...rule }: Rules): Map<string, Units> {
  const villageIds = [...new Set(cells.map(({ villageId }) => villageId))]
  const { scores } = adjustSeverity(cells, villageIds, rule)
  const adjusted = groupBy(
    cells.map((cell, i) => ({ ...cell, score: scores[i]! })),
    (cell) => cell.villageId,
  )
  const papers = villageIds.map((id) => {
    const given = adjusted.get(id)!.map(({ score }) => score)
    return { id, score: Number(paperScore(given, trimFrom)) }
  })
  const middle = middleValue(papers.map(({ score }) => score))!
  return new Map(papers.map(({ id, score }) => [id, score - middle]))
}
