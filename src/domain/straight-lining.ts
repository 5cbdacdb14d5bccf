import { own } from './own'
import { pointsByLevel } from './response-index'
import type { Answers, Survey } from './round-file'

/** Answers of one level in a row say little below this: of 8 and more they are rarely by chance. */
export const STRAIGHT_ITEMS = 8

/**
 * From which share of a village's responses that count by rule, and from how many of them, the same answer throughout
 * is worth a look. In the sample's real-sized rounds 2 to 10 in a hundred are such, nearly all of them 非常满意: an honest
 * village of contented people stays far below 40, a bag of cards filled in by one hand does not.
 */
export type StraightRule = { share: number; responses: number }

export const straightRule: StraightRule = { share: 0.4, responses: 10 }

/** Whether every answered item has the same level, and there are 8 of them at least. 不了解 is unanswered. */
export function isStraight(answers: Answers, { levels }: Pick<Survey, 'levels'>): boolean {
  const points = pointsByLevel(levels)
  const given = Object.keys(answers)
    .map((id) => own(answers, id)!)
    .filter((level) => points.get(level) != null)
  return given.length >= STRAIGHT_ITEMS && new Set(given).size === 1
}

export function isStraightLined(
  { counting, straight }: { counting: number; straight: number },
  { share, responses }: StraightRule,
): boolean {
  return counting >= responses && straight >= share * counting
}
