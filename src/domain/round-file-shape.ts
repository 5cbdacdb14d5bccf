/** The round file field by field: what each must be on its own. docs/round-file.md, the table. */

import { own } from './own'
import type { Refusal } from './refusal'
import {
  type Action,
  type AuditEdition,
  type Band,
  CHANNELS,
  type Deduction,
  type DeductionItem,
  type Goal,
  type Inspector,
  type JudgedIndicator,
  type Level,
  type MeasuredIndicator,
  type Measurement,
  type NotApplicable,
  type Paper,
  type PublicEdition,
  type QuotaRule,
  type Response,
  ROUND_FORMAT,
  type RoundInputs,
  type RubricLine,
  type Scheme,
  type Scorecard,
  type Stop,
  type Survey,
  type SurveyItem,
  type SurveyTotals,
} from './round-file'
import {
  above,
  between,
  entriesOf,
  exact,
  fault,
  fields,
  fieldsAndMore,
  isObject,
  listOf,
  matching,
  number,
  oneOf,
  orNull,
  type Shape,
  text,
  whole,
  withDecimals,
  within,
  yesNo,
} from './shape'

/** The first field that is not as the table says; the format and the edition come first, as all else follows them. */
export function shapeFault(file: unknown): Refusal | undefined {
  if (!isObject(file)) return fault('not a JSON object')
  const first = formatAndEdition(file)
  if (first) return first
  const strange = OF_THE_OTHER[file.edition as 'audit' | 'public'].find((name) => own(file, name) !== undefined)
  if (strange) return within(strange, fault(`does not belong to the ${file.edition} edition`))
  return file.edition === 'audit' ? auditEdition(file) : publicEdition(file)
}

const formatAndEdition = fieldsAndMore({ format: oneOf(ROUND_FORMAT), edition: oneOf('audit', 'public') })

const OF_THE_OTHER = { audit: ['surveyTotals', 'auditDigest'], public: ['responses'] }

const positive = above(exact, 0)
const notNegative = between(exact, 0)
const count = between(whole, 0)
const channel = oneOf(...CHANNELS)

const judged = fields<JudgedIndicator>({
  ...indicatorFields('judged'),
  rubric: listOf(fields<RubricLine>({ mark: number, text })),
})

const measured = fields<MeasuredIndicator>({
  ...indicatorFields('measured'),
  unit: text,
  bands: listOf(fields<Band>({ from: orNull(exact), mark: exact })),
})

function indicatorFields(kind: string) {
  return {
    id: text,
    title: text,
    actionId: text,
    revitalisation: text,
    kind: oneOf(kind),
    full: positive,
    step: positive,
  }
}

const indicator: Shape = (value) => {
  const kind = isObject(value) ? oneOf('judged', 'measured')(own(value, 'kind')) : undefined
  if (kind) return within('kind', kind)
  return isObject(value) && value.kind === 'measured' ? measured(value) : judged(value)
}

const survey = fields<Survey>({
  levels: listOf(fields<Level>({ value: number, label: text, points: orNull(between(exact, 0, 100)) })),
  items: listOf(fields<SurveyItem>({ id: text, title: text, weight: positive })),
  overallItem: text,
  minAnswered: between(exact, 0, 1),
  passMark: exact,
  quota: fields<QuotaRule>({ share: between(exact, 0, 1), min: count, max: count }),
  minResponses: between(whole, 5),
  scoredChannels: listOf(channel),
  minSecondsPerItem: notNegative,
  openQuestion: orNull(text),
})

const scheme = fields<Scheme>({
  id: text,
  version: number,
  title: text,
  weights: fields<Record<Paper, number>>({ common: count, demonstration: count, satisfaction: count }),
  deductionCap: notNegative,
  minInspectors: count,
  trimFrom: between(whole, 3),
  severityAdjustment: oneOf('auto', 'always', 'never'),
  outlierCut: orNull(positive),
  certainty: fields<Scheme['certainty']>({ draws: whole, level: number, flip: number }),
  actions: listOf(fields<Action>({ id: text, title: text })),
  indicators: listOf(indicator),
  deductionItems: listOf(fields<DeductionItem>({ id: text, title: text, marks: notNegative, cap: notNegative })),
  survey,
})

const inputs: { [Name in keyof RoundInputs]: Shape } = {
  format: text,
  id: text,
  number,
  date: text,
  rehearsal: yesNo,
  scheme,
  villages: listOf(fieldsAndMore({ id: text, name: text, districtId: text, households: between(whole, 1) })),
  stops: listOf(
    fields<Stop>({ order: number, villageId: text, arrive: text, depart: text, state: oneOf('visited', 'skipped') }),
  ),
  panel: listOf(fields<Inspector>({ id: text, name: text, districtId: orNull(text), recusedVillageIds: listOf(text) })),
  goals: listOf(
    fields<Goal>({
      id: text,
      villageId: text,
      title: text,
      full: positive,
      step: positive,
      difficulty: above(withDecimals(2, 'two'), 0, 1),
    }),
  ),
  notApplicable: listOf(fields<NotApplicable>({ villageId: text, indicatorId: text })),
  measurements: listOf(fields<Measurement>({ villageId: text, indicatorId: text, value: exact })),
  scorecards: listOf(fields<Scorecard>({ inspectorId: text, villageId: text, marks: entriesOf(exact) })),
  deductions: listOf(
    fields<Deduction>({
      id: text,
      itemId: text,
      villageId: text,
      occurrences: between(whole, 1),
      confirmed: yesNo,
      revoked: yesNo,
    }),
  ),
  accepted: listOf(text),
}

const auditEdition = fields<AuditEdition>({
  ...inputs,
  edition: text,
  responses: listOf(
    fields<Response>({ villageId: text, channel, answers: entriesOf(answer), tooFast: yesNo, restored: yesNo }),
  ),
})

const publicEdition = fields<PublicEdition>({
  ...inputs,
  edition: text,
  surveyTotals: listOf(
    fields<SurveyTotals>({
      villageId: text,
      received: count,
      excluded: count,
      invalid: count,
      valid: count,
      sum: count,
      sumSquares: matching(/^(0|[1-9]\d{0,149})$/, 'a whole number written out'),
      overallAnswered: count,
      overallSatisfied: count,
    }),
  ),
  auditDigest: matching(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hex digits'),
})

/** null is no level; anything else that is no number neither. */
function answer(value: unknown): Refusal | undefined {
  return typeof value === 'number' ? undefined : fault(`${value === null ? 'null' : 'this'} is an unknown level`)
}
