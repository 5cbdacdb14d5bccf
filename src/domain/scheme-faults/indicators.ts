import { REVITALISATIONS } from '../revitalisations'
import type { Band, Indicator, RubricLine, Scheme } from '../round-file'
import { blocking, type SchemeFault, twice, unwritten, warning } from './fault'
import { isExact, isMultiple, numberFaults, shown } from './numbers'

/** 指标: what the common paper is made of. */
export function* indicatorFaults({ indicators, actions, weights }: Scheme): Generator<SchemeFault> {
  if (weights.common > 0 && indicators.length === 0)
    yield blocking('indicators', `共性目标占 ${shown(weights.common)} 分，却一项指标也没有。请加指标，或把权重改成 0。`)
  yield* twice(
    indicators.map(({ id }) => id),
    (i) => `indicators.${i}.id`,
    (id, first) => `编号 ${id} 和第 ${first + 1} 项指标重复。`,
  )
  const known = new Set(actions.map(({ id }) => id))
  for (const [i, indicator] of indicators.entries()) yield* oneIndicator(`indicators.${i}`, indicator, known)
  yield* wholePaper(indicators)
}

function* oneIndicator(path: string, indicator: Indicator, actions: ReadonlySet<string>): Generator<SchemeFault> {
  yield* unwritten(`${path}.title`, indicator.title, '指标名称')
  if (indicator.actionId === '') yield blocking(`${path}.actionId`, '还没有选属于哪项行动。')
  else if (!actions.has(indicator.actionId))
    yield blocking(`${path}.actionId`, `十项行动里没有「${indicator.actionId}」，请重新选一项。`)
  if (!REVITALISATIONS.some(({ id }) => id === indicator.revitalisation))
    yield blocking(`${path}.revitalisation`, '还没有选属于五大振兴的哪一个。')
  yield* scaleFaults(path, indicator)
  if (indicator.kind === 'judged') yield* rubricFaults(`${path}.rubric`, indicator)
  else {
    yield* unwritten(`${path}.unit`, indicator.unit, '量的是什么、用什么单位')
    yield* bandFaults(`${path}.bands`, indicator)
  }
}

/** What an item is worth and in which steps; `names` says where each of the two stands. */
export function* scaleFaults(
  path: string,
  { full, step }: { full: number; step: number },
  names = { full: 'full', step: 'step' },
): Generator<SchemeFault> {
  yield* numberFaults(`${path}.${names.full}`, full, '满分', { above: 0, most: MOST_FULL })
  yield* numberFaults(`${path}.${names.step}`, step, '打分的步长', { above: 0 })
  if (full > 0 && step > 0 && isExact(full) && isExact(step) && !isMultiple(full, step))
    yield blocking(`${path}.${names.full}`, `满分 ${shown(full)} 不是步长 ${shown(step)} 的整数倍，打不到满分。`)
}

/** The contract takes marks up to here. */
const MOST_FULL = 1000

type Scale = { full: number; step: number }

function* rubricFaults(path: string, { rubric, full, step }: Scale & { rubric: RubricLine[] }): Generator<SchemeFault> {
  const seen = new Set<number>()
  for (const [i, { mark, text }] of rubric.entries()) {
    yield* unwritten(`${path}.${i}.text`, text, '这一档的标准')
    const bad = wrongRubricMark(mark, { full, step })
    if (bad) yield blocking(`${path}.${i}.mark`, bad)
    else if (seen.has(mark)) yield blocking(`${path}.${i}.mark`, `${shown(mark)} 分写了两条标准，请并成一条。`)
    seen.add(mark)
  }
  const missing = [0, full].filter((mark) => !seen.has(mark))
  if (rubric.length === 0) yield warning(path, '还没有评分标准，评委只能凭感觉打分。')
  else if (missing.length > 0)
    yield warning(path, `评分标准里没有 ${missing.map(shown).join(' 分和 ')} 分长什么样，评委的尺度会不一样。`)
}

function wrongRubricMark(mark: number, { full, step }: Scale): string | undefined {
  if (!(mark >= 0 && mark <= full)) return `标准的分值要在 0 到 ${shown(full)} 之间，现在是 ${shown(mark)}。`
  if (step > 0 && isExact(step) && !isMultiple(mark, step))
    return `标准的分值 ${shown(mark)} 不是步长 ${shown(step)} 的整数倍，打不出这个分。`
  return undefined
}

function* bandFaults(path: string, { bands, full }: { bands: Band[]; full: number }): Generator<SchemeFault> {
  if (bands.length === 0) yield blocking(path, '还没有分档。第一档不写起点，表示低于第二档的都算这一档。')
  for (const [i, { from, mark }] of bands.entries()) {
    yield* bandStartFaults(`${path}.${i}.from`, from, bands[i - 1])
    yield* numberFaults(`${path}.${i}.mark`, mark, '这一档的得分', { least: 0, most: full })
  }
}

function* bandStartFaults(path: string, from: number | null, below: Band | undefined): Generator<SchemeFault> {
  if (!below) {
    if (from !== null) yield blocking(path, `第一档不写起点（现在写了 ${shown(from)}）：比第二档低的都要有分可查。`)
    return
  }
  if (from === null) {
    yield blocking(path, '只有第一档不写起点，这一档要写从多少起。')
    return
  }
  yield* numberFaults(path, from, '起点', {})
  if (below.from !== null && from <= below.from)
    yield blocking(path, `起点 ${shown(from)} 没有比上一档的 ${shown(below.from)} 大，分档要从小到大排。`)
}

/** A card takes minutes, not half an hour. */
const MOST_JUDGED = 12

function* wholePaper(indicators: readonly Indicator[]): Generator<SchemeFault> {
  const judged = indicators.filter(({ kind }) => kind === 'judged').length
  if (judged > MOST_JUDGED)
    yield warning(
      'indicators',
      `评判指标有 ${judged} 项，评委每村都要逐项打。建议不超过 ${MOST_JUDGED} 项，能查实的改成实测。`,
    )
  const total = indicators.reduce((sum, { full }) => sum + full, 0)
  if (indicators.length > 0 && Math.round(total * 10_000) !== 1_000_000)
    yield warning(
      'indicators',
      `各项满分加起来是 ${shown(Math.round(total * 10_000) / 10_000)} 分。可以这样，计分时会按权重折算；凑成 100 分更好懂。`,
    )
}
