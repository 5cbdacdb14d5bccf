/**
 * A response's index: the weighted mean of its answered items, in units of a point. Rule: docs/round-file.md, step 6.
 */
import { div, exactUnits } from './exact'
import type { Answers, Survey } from './round-file'
import { divideSafely, toUnits, U, type Units } from './units'

export type ResponseIndex = (answers: Answers) => Units | 'invalid'

/**
 * The index of a response's answers under this survey; `invalid` where too few items are answered. A missing item and a
 * level without points (不了解) are unanswered. A hundred thousand responses are counted with it: safe integers where
 * they carry, BigInt where a survey's weights are too large for them.
 */
export function responseIndex(survey: Pick<Survey, 'items' | 'levels' | 'minAnswered'>): ResponseIndex {
  const weights = survey.items.map((item) => toUnits(item.weight) ?? Number.POSITIVE_INFINITY)
  const mean = weights.reduce((a, b) => a + b, 0) <= LARGEST_SAFE_WEIGHTS ? safeMean(survey) : exactMean(survey)
  const points = pointsByLevel(survey.levels)
  const wanted = toUnits(survey.minAnswered)! * survey.items.length
  return (answers) => {
    let answered = 0
    for (const id of Object.keys(answers)) if (points.get(answers[id]!) != null) answered += 1
    return answered === 0 || answered * U < wanted ? 'invalid' : mean(answers)
  }
}

/** Points by level value; null: the level counts as unanswered. */
export function pointsByLevel(levels: Survey['levels']): Map<number, number | null> {
  return new Map(levels.map(({ value, points }) => [value, points]))
}

/** 2 · Σ w · 100 points + Σ w must be a safe integer, w and points in units: so Σ w below 2^53 / (2 · 10^6 + 1). */
const LARGEST_SAFE_WEIGHTS = 4_500_000_000

function safeMean({ items, levels }: Pick<Survey, 'items' | 'levels'>): (answers: Answers) => Units {
  const weights = new Map(items.map(({ id, weight }) => [id, toUnits(weight)!]))
  const points = new Map(levels.map(({ value, points }) => [value, points === null ? null : toUnits(points)!]))
  return (answers) => {
    let sum = 0
    let weighed = 0
    for (const id of Object.keys(answers)) {
      const level = points.get(answers[id]!)
      if (level == null) continue
      const weight = weights.get(id)!
      sum += weight * level
      weighed += weight
    }
    return divideSafely(sum, weighed)
  }
}

function exactMean({ items, levels }: Pick<Survey, 'items' | 'levels'>): (answers: Answers) => Units {
  const weights = new Map(items.map(({ id, weight }) => [id, exactUnits(weight)]))
  const points = pointsByLevel(levels)
  return (answers) => {
    let sum = BigInt(0)
    let weighed = BigInt(0)
    for (const id of Object.keys(answers)) {
      const level = points.get(answers[id]!)
      if (level == null) continue
      const weight = weights.get(id)!
      sum += weight * exactUnits(level)
      weighed += weight
    }
    return Number(div(sum, weighed))
  }
}
