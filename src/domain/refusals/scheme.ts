import type { Refusal } from '../refusal'
import type { MeasuredIndicator, Scheme, Survey } from '../round-file'
import { idsOf, twiceById, unknown } from './ids'
import { outside, unevenSteps } from './marks'

/** What is wrong with a scheme whose fields are each right on their own. */
export function* schemeRefusals(scheme: Scheme): Generator<Refusal> {
  const { common, demonstration, satisfaction } = scheme.weights
  const weights = common + demonstration + satisfaction
  if (weights !== 100) yield { path: ['scheme', 'weights'], what: `sum to ${weights}, not 100` }
  yield* twiceById(['scheme', 'actions'], scheme.actions)
  yield* indicatorRefusals(scheme)
  yield* twiceById(['scheme', 'deductionItems'], scheme.deductionItems)
  yield* surveyRefusals(scheme.survey)
}

function* indicatorRefusals({ indicators, actions }: Scheme): Generator<Refusal> {
  const known = idsOf(actions)
  yield* twiceById(['scheme', 'indicators'], indicators)
  for (const [i, indicator] of indicators.entries()) {
    const path = ['scheme', 'indicators', i]
    yield* unknown([...path, 'actionId'], indicator.actionId, known, 'action')
    yield* unevenSteps(path, indicator)
    if (indicator.kind === 'measured') yield* bandRefusals([...path, 'bands'], indicator)
  }
}

function* bandRefusals(path: Array<string | number>, { bands, full }: MeasuredIndicator): Generator<Refusal> {
  if (bands.length === 0) yield { path, what: 'no band starts from null' }
  for (const [i, { from, mark }] of bands.entries()) {
    const below = bands[i - 1]
    if (!below && from !== null) yield { path: [...path, i, 'from'], what: 'the first band must start from null' }
    if (below && from === null) yield { path: [...path, i, 'from'], what: 'only the first band starts from null' }
    if (below && from !== null && below.from !== null && from <= below.from) {
      yield { path: [...path, i, 'from'], what: `${from} does not ascend from ${below.from}` }
    }
    if (mark < 0 || mark > full) yield { path: [...path, i, 'mark'], what: outside(mark, full) }
  }
}

function* surveyRefusals(survey: Survey): Generator<Refusal> {
  const values = new Set<number>()
  for (const [i, { value }] of survey.levels.entries()) {
    if (values.has(value)) yield { path: ['scheme', 'survey', 'levels', i, 'value'], what: `${value} stands twice` }
    values.add(value)
  }
  yield* twiceById(['scheme', 'survey', 'items'], survey.items)
  yield* unknown(['scheme', 'survey', 'overallItem'], survey.overallItem, idsOf(survey.items), 'item')
  const { min, max } = survey.quota
  if (min > max) yield { path: ['scheme', 'survey', 'quota'], what: `min ${min} is above max ${max}` }
}
