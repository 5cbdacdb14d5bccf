/** Of many figures the few that a leader should see first; the others are unfolded by who wants them. */
import type { ItemScore, VillageResult } from '../../contract/ranking'
import { U } from '../../domain/units'

type Question = VillageResult['questions'][number]

/** So many questions are read through; of more, two from each end. */
const FEW = 5
const EACH_END = 2

/**
 * What rose most and what fell most since the round before, the most risen first; with none to compare, the highest and
 * the lowest. `last`: means of the round before, by question. A question too few answered stands in neither.
 */
export function twoEnds(questions: readonly Question[], last: ReadonlyMap<string, number | null>): readonly Question[] {
  if (questions.length <= FEW) return questions
  const told = questions.flatMap((question) => (question.mean === null ? [] : [{ question, mean: question.mean }]))
  const changes = told.flatMap(({ question, mean }) => {
    const before = last.get(question.id) ?? null
    return before === null ? [] : [{ question, by: mean - before }]
  })
  const ranked = changes.length >= 2 * EACH_END ? changes : told.map(({ question, mean }) => ({ question, by: mean }))
  const sorted = [...ranked].sort((a, b) => b.by - a.by).map(({ question }) => question)
  return sorted.length <= 2 * EACH_END ? sorted : [...sorted.slice(0, EACH_END), ...sorted.slice(-EACH_END)]
}

/** Indicators below the median of the ranked villages, furthest below by share of the full mark first. */
export function belowMedian(items: readonly ItemScore[]): ItemScore[] {
  const short = ({ mean, median, full }: ItemScore) =>
    mean === null || median === null ? 0 : (median - mean) / (full * U)
  return items.filter((item) => short(item) > 0).sort((a, b) => short(b) - short(a))
}
