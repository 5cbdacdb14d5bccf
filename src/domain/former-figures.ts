/**
 * What a village's page sets beside its own figures: those of the round before, as they were shown then. Frozen at
 * sealing, outside the digest. Nothing is told anew: the papers stood on that round's board, and a question's mean in whole
 * points on its page (small-cells.ts).
 */
import type { Paper } from './round-file'
import type { RankedVillage } from './round-result'
import { onOneScale, type SurveyedRound, shownMeans } from './satisfaction-progress'
import type { Units } from './units'

export type FormerFigures = {
  villageId: string
  /** Null: not ranked then, or the paper had another full mark. */
  papers: Record<Paper, Units | null>
  /** Of those that both rounds asked, with the same points for the levels, and that both show. */
  questions: { id: string; mean: number }[]
}

/** Of the villages that both rounds had, in this one's order. */
export function formerFigures(before: SurveyedRound, now: SurveyedRound): FormerFigures[] {
  const rows = new Map(before.ranking.map((row) => [row.villageId, row]))
  const questions = questionsShownTwice(before, now)
  return now.ranking.flatMap(({ villageId }) => {
    const row = rows.get(villageId)
    return row ? [{ villageId, papers: papersOf(row, before, now), questions: questions(villageId) }] : []
  })
}

function papersOf(row: RankedVillage, before: SurveyedRound, now: SurveyedRound): FormerFigures['papers'] {
  const [then, since] = [before.input.scheme.weights, now.input.scheme.weights]
  const score = (paper: Paper) => (row.rank !== null && then[paper] === since[paper] ? row[paper] : null)
  return { common: score('common'), demonstration: score('demonstration'), satisfaction: score('satisfaction') }
}

function questionsShownTwice(
  before: SurveyedRound,
  now: SurveyedRound,
): (villageId: string) => FormerFigures['questions'] {
  if (!onOneScale(before, now)) return () => []
  const [then, since] = [shownMeans(before), shownMeans(now)]
  return (villageId) => {
    const present = since(villageId)
    return [...then(villageId)].flatMap(([id, mean]) => (present.has(id) ? [{ id, mean }] : []))
  }
}
