/**
 * 改正录入: what of a closed round may be corrected, and to what (docs/domain.md, closed). A goal's full mark and step stay:
 * marks were given against them, and to try which full mark they allow would be to read them.
 */
import { applicableItems } from './applicable-items'
import type { Goal, NotApplicable, Scheme, Stop } from './round-file'
import { toUnits } from './units'

/** Beyond this a value was mistyped, whatever its unit; the contract's own bound. */
const MOST_VALUE = 1_000_000_000

export type Correction =
  | { kind: 'measurement'; villageId: string; indicatorId: string; value: number }
  | { kind: 'goal'; goalId: string; title: string; difficulty: number }

type Plan = {
  scheme: Pick<Scheme, 'indicators'>
  stops: readonly Pick<Stop, 'villageId' | 'state'>[]
  goals: readonly Goal[]
  notApplicable: readonly NotApplicable[]
}

/** What is wrong with a correction, as a sentence; undefined: nothing. */
export function correctionProblem(correction: Correction, plan: Plan): string | undefined {
  return correction.kind === 'goal' ? goalProblem(correction, plan) : measurementProblem(correction, plan)
}

/** What is wrong with a measured value as such; `now`: the value it is to replace. A sentence, or undefined: nothing. */
export function valueProblem(value: number, now?: number): string | undefined {
  if (Math.abs(value) > MOST_VALUE) return '数值太大了，请再核对一遍'
  if (toUnits(value) === null) return '数值最多四位小数'
  return value === now ? '和现在的数值一样，不用改正' : undefined
}

/** What of a goal can be corrected. `difficulty`: 难度系数, above 0, at most 1, in hundredths. */
export type GoalWords = Pick<Goal, 'title' | 'difficulty'>

/** What is wrong with a goal's words as such; `now`: those they are to replace. A sentence, or undefined: nothing. */
export function goalWordsProblem({ title, difficulty }: GoalWords, now?: GoalWords): string | undefined {
  if (title.trim() === '') return '目标的名称不能空着'
  const hundredths = toUnits(difficulty)
  const isDifficulty = hundredths !== null && hundredths > 0 && hundredths <= toUnits(1)! && hundredths % 100 === 0
  if (!isDifficulty) return '难度系数大于 0、最大 1，最多两位小数'
  return title === now?.title && difficulty === now.difficulty ? '和现在的目标一样，不用改正' : undefined
}

type Measured = { villageId: string; indicatorId: string; value: number }

/** Measured values as they stand after their corrections, of which the last one of an indicator counts. */
export function corrected<M extends Measured>(measurements: readonly M[], corrections: readonly Measured[]): M[] {
  return measurements.map((one) => {
    const ofThis = corrections.filter((it) => it.villageId === one.villageId && it.indicatorId === one.indicatorId)
    const last = ofThis[ofThis.length - 1]
    return last ? { ...one, value: last.value } : one
  })
}

function measurementProblem({ villageId, indicatorId, value }: Measured, plan: Plan): string | undefined {
  const { scheme, stops, goals, notApplicable } = plan
  const isVisited = stops.some((stop) => stop.villageId === villageId && stop.state !== 'skipped')
  const { measured } = applicableItems(scheme, goals, notApplicable, villageId)
  if (!isVisited || !measured.some(({ id }) => id === indicatorId)) return '这个村没有这一项实测数，请重新选'
  return valueProblem(value)
}

function goalProblem(
  { goalId, title, difficulty }: Extract<Correction, { kind: 'goal' }>,
  { goals, stops }: Plan,
): string | undefined {
  const goal = goals.find(({ id }) => id === goalId)
  const isVisited = stops.some((stop) => stop.villageId === goal?.villageId && stop.state !== 'skipped')
  if (!goal || !isVisited) return '没有这一条示范目标，请重新选'
  return goalWordsProblem({ title, difficulty })
}
