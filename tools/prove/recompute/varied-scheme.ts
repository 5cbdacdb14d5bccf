import type { Indicator, Scheme } from '../../../src/domain/round-file'
import type { Random } from '../cells/random'
import { numbered, oneIn, oneOf } from './chance'
import type { Draw } from './leanings'
import { variedSurvey } from './varied-survey'

export function variedScheme(draw: Draw, random: Random): Scheme {
  const [common, demonstration, satisfaction] = oneOf(draw.weights, random)
  return {
    id: 'S',
    version: 1,
    title: 'S',
    weights: { common, demonstration, satisfaction },
    deductionCap: oneOf([20, 2.5, 0.005], random),
    minInspectors: random.from(0, 3),
    trimFrom: oneOf(draw.trimFrom, random),
    severityAdjustment: oneOf(draw.severity, random),
    outlierCut: oneOf(draw.outlierCut, random),
    certainty: { draws: 100, level: 0.9, flip: 0.2 },
    actions: [{ id: 'A', title: 'A' }],
    indicators: dividedFull(draw, random).map((full, n) => indicatorOf(`C${n + 1}`, full, draw, random)),
    deductionItems: numbered('K', 3).map((id) => ({
      id,
      title: id,
      marks: oneOf([0.5, 1.5, 0.005, 2.25], random),
      cap: oneOf([1, 2.5, 8], random),
    })),
    survey: variedSurvey(draw, random),
  }
}

/** Full marks that come to one of the sums drawn from, in whole units of it. */
export function dividedFull({ fulls, unit }: Draw, random: Random): number[] {
  const parts: number[] = []
  let left = oneOf(fulls, random)
  while (left > unit && parts.length < 4) {
    const part = unit * random.from(1, Math.round(left / unit))
    parts.push(part)
    left -= part
  }
  return left > 0 ? [...parts, left] : parts
}

function indicatorOf(id: string, full: number, draw: Draw, random: Random): Indicator {
  const base = { id, title: id, actionId: 'A', revitalisation: 'industry', full, step: oneOf(draw.steps, random) }
  if (!oneIn(3, random)) return { ...base, kind: 'judged', rubric: [{ mark: 0, text: 'nothing' }] }
  // A band's mark need not be a multiple of the step.
  const bands = [null, 0, 20.5, 60].map((from) => ({ from, mark: (full * random.from(0, 8)) / 8 }))
  return { ...base, kind: 'measured', unit: '%', bands }
}
