/**
 * The round file, `lalian-round/1`: everything a ranking depends on, as types. Its table and its arithmetic stand in
 * docs/round-file.md; what is refused is in round-file-shape.ts (field by field) and round-file-refusals.ts (across
 * fields). Numbers are plain JSON numbers, in marks: the exact decimals that ECMAScript prints.
 */
export const ROUND_FORMAT = 'lalian-round/1'

export type RoundFile = AuditEdition | PublicEdition

/** What both editions of a round hold. */
export type RoundInputs = {
  format: typeof ROUND_FORMAT
  id: string
  number: number
  date: string
  rehearsal: boolean
  scheme: Scheme
  villages: Village[]
  stops: Stop[]
  panel: Inspector[]
  goals: Goal[]
  notApplicable: NotApplicable[]
  measurements: Measurement[]
  scorecards: Scorecard[]
  deductions: Deduction[]
  /** Provisional villages that are ranked all the same. */
  accepted: string[]
}

/** Every response, sorted so that nothing links one to a person. Exported by two persons, for a named auditor. */
export type AuditEdition = RoundInputs & { edition: 'audit'; responses: Response[] }

/** Inspectors A, B, C…, the survey as sums. For anybody, once announced. */
export type PublicEdition = RoundInputs & {
  edition: 'public'
  surveyTotals: SurveyTotals[]
  /** `sha256:` and 64 hex digits: the digest of the audit edition this one was made from. */
  auditDigest: string
}

export type Paper = 'common' | 'demonstration' | 'satisfaction'

/** The two papers that inspectors mark. */
export type MarkedPaper = 'common' | 'demonstration'

export type Scheme = {
  id: string
  version: number
  title: string
  /** Whole numbers that sum to 100. */
  weights: Record<Paper, number>
  deductionCap: number
  minInspectors: number
  /** From so many scores on, one highest and one lowest are dropped. */
  trimFrom: number
  severityAdjustment: 'auto' | 'always' | 'never'
  /** In robust standard deviations; null: no cell is left out of the fit. */
  outlierCut: number | null
  certainty: { draws: number; level: number; flip: number }
  actions: Action[]
  indicators: Indicator[]
  deductionItems: DeductionItem[]
  survey: Survey
}

export type Action = { id: string; title: string }

export type Indicator = JudgedIndicator | MeasuredIndicator

type AnyIndicator = {
  id: string
  title: string
  actionId: string
  /** One of the five revitalisations, as the scheme words it. */
  revitalisation: string
  full: number
  step: number
}

/** 评判: marked by every inspector. */
export type JudgedIndicator = AnyIndicator & { kind: 'judged'; rubric: RubricLine[] }

/** 实测: a fact, turned into a mark by a published table. */
export type MeasuredIndicator = AnyIndicator & { kind: 'measured'; unit: string; bands: Band[] }

export type RubricLine = { mark: number; text: string }

/** Ascending; the first `from` is null: everything below the second. */
export type Band = { from: number | null; mark: number }

export type DeductionItem = { id: string; title: string; marks: number; cap: number }

export type Survey = {
  levels: Level[]
  items: SurveyItem[]
  /** The item that the satisfaction rate is taken from. */
  overallItem: string
  /** Share of all items, 0…1. */
  minAnswered: number
  passMark: number
  quota: QuotaRule
  minResponses: number
  scoredChannels: Channel[]
  minSecondsPerItem: number
  openQuestion: string | null
}

/** `points` null: 不了解, counts as unanswered. */
export type Level = { value: number; label: string; points: number | null }

export type SurveyItem = { id: string; title: string; weight: number }

export type QuotaRule = { share: number; min: number; max: number }

export const CHANNELS = ['onsite', 'card', 'poster', 'picture', 'paper'] as const
export type Channel = (typeof CHANNELS)[number]

/** Further descriptive fields are kept, and enter the digest. */
export type Village = { id: string; name: string; districtId: string; households: number; [more: string]: unknown }

export type Stop = {
  order: number
  villageId: string
  arrive: string
  depart: string
  state: 'visited' | 'skipped'
}

export type Inspector = { id: string; name: string; districtId: string | null; recusedVillageIds: string[] }

/** `difficulty` 难度系数: 0 < d ≤ 1, at most two decimals. */
export type Goal = { id: string; villageId: string; title: string; full: number; step: number; difficulty: number }

export type NotApplicable = { villageId: string; indicatorId: string }

export type Measurement = { villageId: string; indicatorId: string; value: number }

/** Marks by judged indicator or goal id. */
export type Scorecard = { inspectorId: string; villageId: string; marks: Marks }

export type Marks = Record<string, number>

export type Deduction = {
  id: string
  itemId: string
  villageId: string
  occurrences: number
  confirmed: boolean
  revoked: boolean
}

/** Level values by item id. */
export type Answers = Record<string, number>

export type Response = {
  villageId: string
  channel: Channel
  answers: Answers
  /** Under the scheme's `minSecondsPerItem`; always false for card and paper. */
  tooFast: boolean
  /** An exclusion lifted by two persons. */
  restored: boolean
}

export type SurveyTotals = {
  villageId: string
  received: number
  excluded: number
  invalid: number
  valid: number
  /** Σ of the valid responses' index, in units. */
  sum: number
  /** Σ of its squares, in units², written out: more digits than a number holds. */
  sumSquares: string
  overallAnswered: number
  overallSatisfied: number
}
