/** Steps 1 and 2 of docs/round-file.md: what one scorecard comes to on each paper. */
import type { Band, MarkedPaper, RoundFile, Scorecard } from '../../src/domain/round-file'
import { exact, type Fraction, sum } from './fraction'
import { type Rounding, U } from './rounding'

/** One scorecard's score on one paper, in whole units. */
export type Cell = { villageId: string; inspectorId: string; score: Fraction }

export function cellsOf(file: RoundFile, paper: MarkedPaper, villageIds: readonly string[], round: Rounding): Cell[] {
  return file.scorecards
    .filter(({ villageId }) => villageIds.includes(villageId))
    .map((card) => ({
      villageId: card.villageId,
      inspectorId: card.inspectorId,
      score: paper === 'common' ? commonScore(file, card, round) : demonstrationScore(file, card, round),
    }))
}

function commonScore(file: RoundFile, card: Scorecard, round: Rounding): Fraction {
  const weight = exact(file.scheme.weights.common)
  if (weight.top === 0n) return weight
  const applicable = file.scheme.indicators.filter(
    ({ id }) =>
      !file.notApplicable.some(({ villageId, indicatorId }) => villageId === card.villageId && indicatorId === id),
  )
  const marks = applicable.map((indicator) => {
    if (indicator.kind === 'judged') return exact(card.marks[indicator.id]!)
    const { value } = file.measurements.find(
      ({ villageId, indicatorId }) => villageId === card.villageId && indicatorId === indicator.id,
    )!
    return measuredMark(indicator.bands, exact(value))
  })
  const fulls = applicable.map(({ full }) => exact(full))
  return exact(round(sum(marks).times(U).times(weight).over(sum(fulls)), 'common mark'))
}

function measuredMark(bands: readonly Band[], value: Fraction): Fraction {
  const reached = bands.filter(({ from }) => from === null || exact(from).compare(value) <= 0)
  return exact(reached[reached.length - 1]!.mark)
}

function demonstrationScore(file: RoundFile, card: Scorecard, round: Rounding): Fraction {
  const weight = exact(file.scheme.weights.demonstration)
  if (weight.top === 0n) return weight
  const goals = file.goals.filter(({ villageId }) => villageId === card.villageId)
  const marks = goals.map(({ id, difficulty }) => exact(card.marks[id]!).times(exact(difficulty)))
  const fulls = goals.map(({ full }) => exact(full))
  return exact(round(sum(marks).times(U).times(weight).over(sum(fulls)), 'demonstration mark'))
}
