import type { Paper, Scheme } from '../round-file'
import { blocking, type SchemeFault, twice, unwritten, warning } from './fault'
import { numberFaults, shown } from './numbers'

/** 权重和规则: what the whole scheme goes by. */
export function* ruleFaults(rules: Scheme): Generator<SchemeFault> {
  yield* unwritten('title', rules.title, '方案名称')
  yield* weightFaults(rules.weights)
  yield* numberFaults('deductionCap', rules.deductionCap, '扣分封顶', { least: 0 })
  yield* numberFaults('minInspectors', rules.minInspectors, '每村至少几位评委', { whole: true, least: 0 })
  yield* numberFaults('trimFrom', rules.trimFrom, '几位评委起去掉最高最低', { whole: true, least: 3 })
  if (rules.outlierCut !== null) yield* numberFaults('outlierCut', rules.outlierCut, '离群界限', { above: 0 })
  yield* certaintyFaults(rules.certainty)
}

function* weightFaults(weights: Scheme['weights']): Generator<SchemeFault> {
  for (const [paper, name] of PAPERS) yield* numberFaults(`weights.${paper}`, weights[paper], name, WEIGHT)
  const sum = weights.common + weights.demonstration + weights.satisfaction
  if (sum !== 100)
    yield blocking('weights', `三卷权重加起来是 ${shown(Math.round(sum * 10_000) / 10_000)}，要正好是 100。`)
}

const PAPERS: readonly [Paper, string][] = [
  ['common', '共性目标的权重'],
  ['demonstration', '示范目标的权重'],
  ['satisfaction', '满意度的权重'],
]
const WEIGHT = { whole: true, least: 0 }

function* certaintyFaults({ draws, level, flip }: Scheme['certainty']): Generator<SchemeFault> {
  yield* numberFaults('certainty.draws', draws, '重抽次数', { whole: true, least: 0 })
  if (draws > MOST_DRAWS) yield warning('certainty.draws', `重抽次数写了 ${shown(draws)}，最多按 ${MOST_DRAWS} 次算。`)
  yield* numberFaults('certainty.level', level, '名次区间的把握', { above: 0, most: 1 })
  yield* numberFaults('certainty.flip', flip, '换位比例', { least: 0, most: 1 })
}

/** As certainty.ts has it. */
const MOST_DRAWS = 10_000

/** 十项行动. */
export function* actionFaults({ actions, indicators }: Scheme): Generator<SchemeFault> {
  yield* twice(
    actions.map(({ id }) => id),
    (i) => `actions.${i}.id`,
    (id, first) => `编号 ${id} 和第 ${first + 1} 项行动重复。`,
  )
  const used = new Set(indicators.map(({ actionId }) => actionId))
  for (const [i, { id, title }] of actions.entries()) {
    yield* unwritten(`actions.${i}.title`, title, '行动名称')
    if (!used.has(id)) yield warning(`actions.${i}`, `「${title || id}」下面还没有指标。`)
  }
}

/** 扣分项. */
export function* deductionItemFaults({ deductionItems }: Scheme): Generator<SchemeFault> {
  yield* twice(
    deductionItems.map(({ id }) => id),
    (i) => `deductionItems.${i}.id`,
    (id, first) => `编号 ${id} 和第 ${first + 1} 条扣分项重复。`,
  )
  for (const [i, { title, marks, cap }] of deductionItems.entries()) {
    const path = `deductionItems.${i}`
    yield* unwritten(`${path}.title`, title, '扣分项的名称')
    yield* numberFaults(`${path}.marks`, marks, '每次扣分', { least: 0 })
    yield* numberFaults(`${path}.cap`, cap, '本项封顶', { least: 0 })
    if (cap < marks)
      yield warning(
        `${path}.cap`,
        `封顶 ${shown(cap)} 分，比每次扣的 ${shown(marks)} 分还少：一次也只扣 ${shown(cap)} 分。`,
      )
  }
}
