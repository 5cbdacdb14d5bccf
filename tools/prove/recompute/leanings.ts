/**
 * What a round by chance is drawn from, and how the draw leans where a rounding should end exactly in a half: with a
 * divisor that is a power of two and sums that are odd, one in a few does.
 */
import type { Scheme } from '../../../src/domain/round-file'
import type { Place } from '../../../tests/naive/rounding'

/** Each list: one of these. A pair: least and most. */
export interface Draw {
  villages: readonly [number, number]
  inspectors: readonly [number, number]
  weights: readonly (readonly [common: number, demonstration: number, satisfaction: number])[]
  /** Full marks of a paper, in sum; divided among indicators or goals in whole `unit`s. */
  fulls: readonly number[]
  unit: number
  /** Each divides `unit`. */
  steps: readonly number[]
  difficulties: readonly number[]
  /** One in so many cards, indicators of a village, and stops is missing; 0: none. */
  missing: readonly number[]
  notApplicable: number
  skipped: number
  severity: readonly Scheme['severityAdjustment'][]
  outlierCut: readonly (number | null)[]
  trimFrom: readonly number[]
  households: readonly number[]
  points: readonly (readonly number[])[]
  itemWeights: readonly (readonly number[])[]
  passMark: readonly number[]
  /** Quota's least, and how many answer a village. */
  quota: readonly number[]
  answers: readonly number[]
  minResponses: readonly number[]
  /** Missing answers, too fast ones, channels that do not count: one in so many; 0: none. */
  spoilt: number
}

const anything: Draw = {
  villages: [1, 5],
  inspectors: [0, 6],
  weights: [
    [40, 30, 30],
    [35, 25, 40],
    [34, 33, 33],
    [50, 0, 50],
    [0, 45, 55],
    [100, 0, 0],
    [0, 0, 100],
    [60, 40, 0],
  ],
  fulls: [16, 20, 24, 32, 37, 40, 64],
  unit: 1,
  steps: [1, 0.5, 0.25, 0.1],
  difficulties: [1, 0.9, 0.8, 0.33],
  missing: [0, 3, 8],
  notApplicable: 5,
  skipped: 9,
  severity: ['auto', 'auto', 'always', 'never'],
  outlierCut: [null, 3.5, 2, 1, 0.2],
  trimFrom: [3, 4, 5, 6],
  households: [3, 12, 32, 77, 160, 300],
  points: [
    [100, 80, 60, 30, 0],
    [100, 60, 0],
    [87.5, 62.55, 33.3333, 0.1],
  ],
  itemWeights: [[1, 2], [1, 1, 1], [0.5, 2.25, 1.25, 4], [1]],
  passMark: [60, 72.5, 62.55],
  quota: [0, 5, 8, 20],
  answers: [0, 3, 5, 6, 7, 8, 12, 16, 25],
  minResponses: [5, 6, 7, 8],
  spoilt: 8,
}

const oddPoints = [[99.9999, 87.5, 33.3333, 0.0001]]
const onlySurvey = {
  weights: [[0, 0, 100]],
  inspectors: [0, 1],
  villages: [2, 4],
  skipped: 0,
  minResponses: [5],
} as const
const onlyCards = { answers: [0, 5], inspectors: [2, 6], skipped: 0 } as const

const leanings: Partial<Record<Place, Partial<Draw>>> = {
  'common mark': { ...onlyCards, weights: [[35, 65, 0]], fulls: [16, 32], notApplicable: 0 },
  'demonstration mark': { ...onlyCards, weights: [[55, 45, 0]], fulls: [16, 32, 64], difficulties: [1, 0.9] },
  severity: {
    ...onlyCards,
    weights: [
      [60, 40, 0],
      [100, 0, 0],
    ],
    villages: [2, 4],
    inspectors: [2, 4],
    missing: [0, 6],
    severity: ['auto', 'always'],
    outlierCut: [null, 3.5, 1],
    fulls: [37, 21],
  },
  mean: { ...onlyCards, inspectors: [2, 4], trimFrom: [5, 6], fulls: [37, 21] },
  'trimmed mean': { ...onlyCards, inspectors: [4, 6], trimFrom: [3, 4], missing: [0, 8], fulls: [37, 21] },
  'response index': {
    ...onlySurvey,
    points: oddPoints,
    itemWeights: [
      [1, 1],
      [0.5, 0.25, 0.25],
    ],
  },
  'mean of the answers': {
    ...onlySurvey,
    villages: [3, 5],
    points: oddPoints,
    itemWeights: [[1]],
    households: [3, 5],
    answers: [6, 8],
    spoilt: 0,
  },
  'mean that fills up': {
    ...onlySurvey,
    itemWeights: [[1, 2]],
    quota: [20],
    households: [77, 300],
    answers: [6, 8],
    spoilt: 0,
  },
  'filled up': {
    ...onlySurvey,
    points: oddPoints,
    itemWeights: [[1]],
    passMark: [60, 0.0001],
    quota: [8, 10],
    households: [8, 10],
    answers: [5, 6, 7],
    spoilt: 0,
  },
  'satisfaction paper': {
    ...onlySurvey,
    weights: [[0, 50, 50]],
    itemWeights: [
      [1, 2],
      [1, 1, 1],
    ],
    answers: [5, 7, 9],
  },
  cent: {
    ...onlyCards,
    villages: [3, 6],
    weights: [[50, 50, 0]],
    fulls: [50],
    unit: 50,
    steps: [0.005],
    difficulties: [1],
    notApplicable: 0,
    inspectors: [2, 2],
    missing: [0],
    severity: ['never', 'auto'],
  },
  shown: { ...onlySurvey, households: [32, 160], answers: [5, 7, 9, 16, 32] },
}

/** Rounding a deduction never ends in a half: marks have four decimals, and so have units. */
export const halvedPlaces = Object.keys(leanings) as Place[]

/** Few coarse marks and a low cut: outliers, often equal ones, of which the design can spare only some. */
const outliers: Partial<Draw> = {
  ...onlyCards,
  villages: [3, 6],
  inspectors: [3, 6],
  weights: [[60, 40, 0]],
  fulls: [5, 8],
  steps: [1, 0.5],
  difficulties: [1],
  missing: [2, 3],
  notApplicable: 0,
  severity: ['auto', 'always'],
  outlierCut: [0.2, 0.6, 1],
}

export function drawTowards(place: Place | 'outliers' | 'nothing'): Draw {
  if (place === 'nothing') return anything
  return { ...anything, ...(place === 'outliers' ? outliers : leanings[place]) }
}
