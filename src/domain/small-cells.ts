/**
 * What may be shown of a village's responses, so that no figure, and no difference of two, tells of 1 to 4 people
 * (docs/domain.md, Survey rules). Two habits do it: a part of 1 to 4 looks the same as none (a gap would say as much as the
 * number), and a figure is so round that it would also be the right one had nobody been left out. `prove small-cells`
 * holds it against whoever puts all figures together.
 */
import { FEWEST_SHOWN } from './fewest-shown'
import type { Interval } from './round-result'
import { wilson } from './wilson'

/** How many came, rounded down to a multiple of 5: between it and what counts there is room for 5. */
export function inSteps(received: number): number {
  return received - (received % FEWEST_SHOWN)
}

/** null: fewer than 5, or none. */
export function shownCount(people: number): number | null {
  return people < FEWEST_SHOWN ? null : people
}

/** Whether a village has its quota; said from 5 responses on, be the quota smaller. */
export function hasQuota(counting: number, quota: number): boolean {
  return counting >= Math.max(quota, FEWEST_SHOWN)
}

/**
 * How many of `valid` answered a question: not told where fewer than 5 did, nor where fewer than 5 did not.
 * `of`: as how many people the question's other figures are told.
 */
export function shownAnswered(answered: number, valid: number): { answered: number | null; of: number } {
  if (answered < FEWEST_SHOWN) return { answered: null, of: 0 }
  return valid - answered < FEWEST_SHOWN ? { answered: null, of: valid } : { answered, of: answered }
}

/**
 * Of 100 valid responses, so many left a question out (不了解 is no answer). Told where `answered` is, and nowhere else: the
 * two are one figure, seen from both sides.
 */
export function shownUnanswered(answered: number | null, valid: number): number | null {
  return answered === null ? null : Math.round(((valid - answered) * 100) / valid)
}

/**
 * A question's mean in whole points, as `of` people could have given it; null where too few answered. `grain`: what every
 * level's points are a multiple of.
 */
export function shownMean({ sum, answered }: { sum: number; answered: number }, of: number, grain: number) {
  if (of === 0) return null
  return Math.round((Math.round((sum * of) / answered / grain) * grain) / of)
}

/** The greatest number that divides the points of all levels, in ten-thousandths of a point; 1 where there is none. */
export function grainOf(points: readonly number[]): number {
  const U = 10_000
  const grain = points.map((one) => Math.round(one * U)).reduce(greatestDivisor, 0)
  return (grain === 0 ? 1 : grain) / U
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** A share in whole hundredths; where fewer than 5 are on one side, only that it is at least, or at most, so much. */
export type ShownRate = { rate: number; bound: 'least' | 'most' | null; interval: Interval | null }

export function shownRate(satisfied: number, answered: number, valid: number): ShownRate | null {
  const { of } = shownAnswered(answered, valid)
  if (of === 0) return null
  const likely = Math.round((satisfied * of) / answered)
  const few = FEWEST_SHOWN - 1
  if (of - likely < FEWEST_SHOWN) return { rate: floor100((of - few) / of), bound: 'least', interval: null }
  if (likely < FEWEST_SHOWN) return { rate: Math.ceil((few / of) * 100) / 100, bound: 'most', interval: null }
  const [low, high] = wilson(likely, of)
  return { rate: Math.round((likely / of) * 100) / 100, bound: null, interval: [floor100(low), ceil100(high)] }
}

function floor100(share: number): number {
  return Math.floor(share * 100) / 100
}

function ceil100(share: number): number {
  return Math.ceil(share * 100) / 100
}
