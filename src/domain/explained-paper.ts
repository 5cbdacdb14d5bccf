/** A marked paper of an explanation: who gave how much, what was corrected, what was dropped, and the mean. */
import { type ApplicableItems, applicableItems } from './applicable-items'
import { cardWorkings, type Facts } from './card-workings'
import { exactUnits } from './exact'
import type { CardLine, ItemLine, NameOf, RankedRow } from './explained-lines'
import { groupBy } from './group-by'
import { measuredMark } from './measured-mark'
import { byCodeUnits } from './order'
import { paperScore } from './paper-score'
import { paperSentences } from './paper-sentences'
import type { MarkedPaper, RoundFile, Scorecard } from './round-file'
import { cellsByPaper } from './round-ranking'
import type { RankedVillage, SeverityOutcome } from './round-result'
import { adjustSeverity } from './severity'
import type { Units } from './units'

export type MarkedStep = {
  kind: MarkedPaper
  value: Units
  sentences: string[]
  items: ItemLine[]
  cards: CardLine[]
}

export function explainedPapers(round: RoundFile, ranking: readonly RankedVillage[]) {
  const rankedIds = ranking.filter(({ deferred }) => !deferred).map(({ villageId }) => villageId)
  const cards = groupBy(round.scorecards, (card) => card.villageId)
  const scores = { common: scoresOn('common'), demonstration: scoresOn('demonstration') }

  return (paper: MarkedPaper, row: RankedRow, outcome: SeverityOutcome, nameOf: NameOf): MarkedStep => {
    const { villageId } = row
    const { weights, trimFrom } = round.scheme
    const items = applicableItems(round.scheme, round.goals, round.notApplicable, villageId)
    const workings = cardWorkings(paper, items, factsOf(round, villageId), weights[paper])
    const given = cards.get(villageId) ?? []
    const lines = weights[paper] === 0 ? [] : given.map((card) => line(card))
    const inOrder = lines.sort((a, b) => b.adjusted - a.adjusted || byCodeUnits(a.inspector, b.inspector))
    const shown = withDropped(inOrder, trimFrom)
    const kept = shown.filter(({ dropped }) => dropped === null).map(({ adjusted }) => BigInt(adjusted))
    const value = Number(
      paperScore(
        lines.map(({ adjusted }) => BigInt(adjusted)),
        trimFrom,
      ),
    )
    if (value !== row[paper]) throw new Error(`${villageId}: ${paper} is ${row[paper]}, but its cards give ${value}`)
    const itemLines = weights[paper] === 0 ? [] : linesOf(paper, items, factsOf(round, villageId))
    const sentences = paperSentences({ paper, round, row, outcome, items, itemLines, cards: shown, kept })
    return { kind: paper, value, sentences, items: itemLines, cards: shown }

    function line(card: Scorecard): CardLine {
      const { plain, correction, adjusted } = scores[paper](card)
      return {
        inspector: nameOf(card.inspectorId),
        working: workings(card.marks),
        plain: Number(plain),
        correction: Number(correction),
        clamped: Number(adjusted - plain - correction),
        adjusted: Number(adjusted),
        dropped: null,
      }
    }
  }

  function scoresOn(paper: MarkedPaper) {
    const cellsOf = cellsByPaper(round)
    const cells = rankedIds.flatMap((id) => cellsOf(id, cards.get(id) ?? [], paper))
    const { weights, severityAdjustment, outlierCut } = round.scheme
    const rule = { severityAdjustment, outlierCut, weight: weights[paper] }
    const { terms, scores: adjusted } = adjustSeverity(cells, rankedIds, rule)
    const at = new Map(cells.map(({ villageId, inspectorId }, i) => [keyOf({ villageId, inspectorId }), i]))
    return (card: Scorecard) => {
      const i = at.get(keyOf(card))!
      const correction = -(terms.get(card.inspectorId) ?? BigInt(0))
      return { plain: cells[i]!.score, correction, adjusted: adjusted[i]! }
    }
  }
}

function keyOf({ villageId, inspectorId }: Pick<Scorecard, 'villageId' | 'inspectorId'>): string {
  return JSON.stringify([villageId, inspectorId])
}

function factsOf({ measurements }: RoundFile, villageId: string): Facts {
  const ofVillage = measurements.filter((one) => one.villageId === villageId)
  return new Map(ofVillage.map(({ indicatorId, value }) => [indicatorId, value]))
}

/** The first and the last of the list, where the rule drops two. */
function withDropped(cards: readonly CardLine[], trimFrom: number): CardLine[] {
  const n = cards.length
  if (n < trimFrom || n < 3) return [...cards]
  return cards.map((card, i) => {
    if (i === 0) return { ...card, dropped: 'highest' }
    return i === n - 1 ? { ...card, dropped: 'lowest' } : card
  })
}

function linesOf(paper: MarkedPaper, { measured, goals }: ApplicableItems, facts: Facts): ItemLine[] {
  if (paper === 'demonstration') {
    return goals.map(({ id, title, difficulty, full }) => ({
      id,
      title,
      detail: `难度系数 ${difficulty}`,
      mark: null,
      full: Number(exactUnits(full)),
    }))
  }
  return measured.map(({ id, title, unit, bands, full }) => ({
    id,
    title,
    detail: `${facts.get(id)!} ${unit}`,
    mark: Number(exactUnits(measuredMark(bands, facts.get(id)!))),
    full: Number(exactUnits(full)),
  }))
}
