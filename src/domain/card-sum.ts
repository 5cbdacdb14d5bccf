/**
 * What a scorecard comes to while it is being filled in: instant feedback on the phone, in safe integers. The ranking
 * does the same in inspector-score.ts, exactly.
 */
import { type ApplicableItems, applicableItems } from './applicable-items'
import { measuredMark } from './measured-mark'
import { own } from './own'
import type { Goal, MarkedPaper, Marks, Measurement, NotApplicable, Scheme } from './round-file'
import { divideSafely, toUnits, U, type Units } from './units'

export type CardSum = Record<MarkedPaper, PaperSum> & {
  /** Ids of judged indicators and goals without a mark, in the card's order. */
  missing: string[]
}

/** A goal's mark counts times its difficulty, its full mark does not. */
export type PaperSum = {
  marks: Units
  full: Units
  /** Marks / full × weight: the inspector's paper score once nothing is missing. */
  score: Units
}

export type CardFacts = {
  scheme: Pick<Scheme, 'indicators' | 'weights'>
  goals: readonly Goal[]
  notApplicable: readonly NotApplicable[]
  measurements: readonly Measurement[]
}

/** Sums of the marks that one inspector has given one village so far; an unmarked item counts 0. */
export function instantSum(facts: CardFacts, villageId: string, marks: Readonly<Marks>): CardSum {
  const items = applicableItems(facts.scheme, facts.goals, facts.notApplicable, villageId)
  const { weights } = facts.scheme
  return {
    common: commonSum(items, marks, valuesOf(facts.measurements, villageId), weights.common),
    demonstration: demonstrationSum(items, marks, weights.demonstration),
    missing: [...items.judged, ...items.goals].filter(({ id }) => own(marks, id) === undefined).map(({ id }) => id),
  }
}

function commonSum(items: ApplicableItems, marks: Marks, values: Map<string, number>, weight: number): PaperSum {
  let sum = 0
  let full = 0
  for (const indicator of items.judged) {
    sum += units(own(marks, indicator.id) ?? 0)
    full += units(indicator.full)
  }
  for (const indicator of items.measured) {
    const value = values.get(indicator.id)
    if (value !== undefined) sum += units(measuredMark(indicator.bands, value))
    full += units(indicator.full)
  }
  return { marks: sum, full, score: score(sum, full, weight) }
}

function demonstrationSum(items: ApplicableItems, marks: Marks, weight: number): PaperSum {
  let hundredths = 0
  let full = 0
  for (const goal of items.goals) {
    hundredths += units(own(marks, goal.id) ?? 0) * Math.round(goal.difficulty * 100)
    full += units(goal.full)
  }
  return { marks: divideSafely(hundredths, 100), full, score: score(hundredths, full * 100, weight) }
}

function score(sum: number, full: number, weight: number): Units {
  return weight === 0 || full === 0 ? 0 : divideSafely(sum * weight * U, full)
}

function valuesOf(measurements: readonly Measurement[], villageId: string): Map<string, number> {
  const ofVillage = measurements.filter((measurement) => measurement.villageId === villageId)
  return new Map(ofVillage.map(({ indicatorId, value }) => [indicatorId, value]))
}

function units(marks: number): Units {
  const units = toUnits(marks)
  if (units === null) throw new Error(`${marks} marks do not fit a phone's arithmetic`)
  return units
}
