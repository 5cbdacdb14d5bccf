import * as z from 'zod/mini'
import { calls } from './calls'
import { ExplainedStep } from './explanation'
import { Proposal } from './member'
import {
  At,
  Clock,
  Count,
  Digest,
  ItemId,
  MemberId,
  ProposalId,
  Reason,
  RoundHead,
  RoundId,
  SendId,
  StopState,
  Units,
  VillageHead,
  VillageId,
} from './parts'
import { Responsibility } from './programme'
import { LateSend, ShownFinding, ShownHighlight } from './scoring'

/** The day so far: what is in and what is out. No score, mean or rank (docs/domain.md: before sealing nobody sees one). */
export const ProgressStop = z.strictObject({
  order: z.number(),
  village: VillageHead,
  arrive: Clock,
  depart: Clock,
  state: StopState,
  /** First inspector's confirmed arrival. */
  arrivedAt: z.nullable(At),
  cardsIn: Count,
  cardsExpected: Count,
  /** Responses received, rounded down to a multiple of 5. */
  responses: Count,
  quotaReached: z.boolean(),
})
export type ProgressStop = z.infer<typeof ProgressStop>

export const ProgressInspector = z.strictObject({
  memberId: MemberId,
  name: z.string(),
  submitted: Count,
  drafts: Count,
  expected: Count,
  /** Last arrival or save that reached us. */
  lastContactAt: z.nullable(At),
  /** Fell out during the day. */
  absent: z.boolean(),
  /** Things that waited on their phone when it last told us. */
  waiting: z.nullable(z.strictObject({ count: Count, at: At })),
  /** Photos that something of theirs names and that have not arrived. */
  photosMissing: Count,
  /** Villages whose card is still out. */
  missing: z.array(z.strictObject({ villageId: VillageId, name: z.string(), state: z.enum(['none', 'draft']) })),
})
export type ProgressInspector = z.infer<typeof ProgressInspector>

export const DayProgress = z.strictObject({
  round: RoundHead,
  stops: z.array(ProgressStop),
  /** Administrators see everyone, an inspector only themself, a leader nobody. */
  inspectors: z.array(ProgressInspector),
  cardsIn: Count,
  cardsExpected: Count,
  /** For administrators: what came after closing, without a value. Others get none. */
  late: z.array(
    z.strictObject({
      ...LateSend.shape,
      memberName: z.string(),
      villageName: z.string(),
    }),
  ),
  /** Deductions by state; for administrators, else null. No marks. */
  deductions: z.nullable(
    z.strictObject({
      proposed: Count,
      confirmed: Count,
      appealed: Count,
      upheld: Count,
      revoked: Count,
      lapsed: Count,
    }),
  ),
  closedAt: z.nullable(At),
  /** Sealing is possible from here on; null before closing. */
  sealableAt: z.nullable(At),
  proposals: z.array(Proposal),
  at: At,
})
export type DayProgress = z.infer<typeof DayProgress>

/** Nothing that tells of 1 to 4 people (src/domain/small-cells.ts). */
const SurveyCounts = z.strictObject({
  /** Rounded down to a multiple of 5. */
  received: Count,
  /** Null below 5. */
  valid: z.nullable(Count),
  /** Of the valid ones, by household card: rounded down to a multiple of 5. Null as `valid`. */
  byCard: z.nullable(Count),
  quota: Count,
  quotaReached: z.boolean(),
})

export const BoardRow = z.strictObject({
  rank: z.nullable(z.number()),
  village: VillageHead,
  deferred: z.boolean(),
  total: z.nullable(Units),
  common: z.nullable(Units),
  demonstration: z.nullable(Units),
  satisfaction: z.nullable(Units),
  deductions: z.nullable(Units),
  /** Last announced round: rank and total, where the village had them. */
  previous: z.nullable(z.strictObject({ rank: z.number(), total: Units })),
  /** How sure the rank is; null where nothing was drawn. */
  certainty: z.nullable(
    z.strictObject({
      /** 档, from 1 downwards; within one 难分高下. */
      band: Count,
      /** Best and worst rank that chance leaves, at the board's level. */
      ranks: z.tuple([Count, Count]),
      /** Chance of being first, 0…1. */
      first: z.number(),
      /** Chance that the next one down would change places with it, 0…1; null for the last. */
      swapsWithNext: z.nullable(z.number()),
    }),
  ),
})
export type BoardRow = z.infer<typeof BoardRow>

const Side = z.enum(['above', 'on', 'below'])

/** 增量 since the last announced round, and 四象限: level × progress cut at the medians. */
/** `relative`: where a paper could not be fitted jointly; labelled 相对增量. */
const ProgressKind = z.enum(['joint', 'relative'])

/** A line of the 进步榜: the papers sum to the total, null is not compared. Deductions take no part. */
const ProgressRow = z.strictObject({
  rank: z.number(),
  village: VillageHead,
  total: Units,
  common: z.nullable(Units),
  demonstration: z.nullable(Units),
  satisfaction: z.nullable(Units),
})

export const BoardProgress = z.strictObject({
  kind: ProgressKind,
  /** In the order of the 进步榜. */
  rows: z.array(ProgressRow),
  /** Of this round's villages, with why. */
  leftOut: z.array(
    z.strictObject({
      village: VillageHead,
      reason: z.enum(['absentBefore', 'absentNow', 'deferredBefore', 'deferredNow', 'nothingInCommon']),
    }),
  ),
  quadrants: z.nullable(
    z.strictObject({
      kind: ProgressKind,
      medians: z.strictObject({ level: Units, progress: Units }),
      dots: z.array(
        z.strictObject({
          villageId: VillageId,
          level: Units,
          progress: Units,
          beside: z.strictObject({ level: Side, progress: Side }),
          quadrant: z.nullable(z.enum(['goodAndBetter', 'improving', 'goodAndSteady', 'behindOnBoth'])),
        }),
      ),
    }),
  ),
})
export type BoardProgress = z.infer<typeof BoardProgress>

/** Of a ranking that took the place of a former one: the how-manieth, and why. */
const Correction = z.strictObject({ n: Count, reason: z.string() })

export const Board = z.strictObject({
  round: RoundHead,
  digest: Digest,
  weights: z.strictObject({ common: z.number(), demonstration: z.number(), satisfaction: z.number() }),
  /** The most that deductions can take. */
  deductionCap: z.number(),
  previousNumber: z.nullable(z.number()),
  /** The rank intervals' coverage and the number of draws; null where nothing could be drawn. */
  certainty: z.nullable(z.strictObject({ level: z.number(), draws: Count })),
  /** Whose scorecards were sealed; null: an older snapshot, which does not say. */
  inspectors: z.nullable(Count),
  /** Valid responses of the villages that have at least 5, no more than their own pages tell; null: none has. */
  responses: z.nullable(Count),
  /** 操作记录: what the chain over its `count` lines up to `until` comes to; null: none, or an older snapshot. */
  auditLog: z.nullable(z.strictObject({ until: At, count: Count, head: Digest })),
  /** 更正: the how-manieth, and why the round was reopened; null: sealed once. */
  correction: z.nullable(Correction),
  /** Null: there is no former round to compare with. */
  progress: z.nullable(BoardProgress),
  rows: z.array(BoardRow),
})
export type Board = z.infer<typeof Board>

/** One indicator or goal of a village: its mean over the counted cards beside the median of the ranked villages. */
export const ItemScore = z.strictObject({
  id: ItemId,
  paper: z.enum(['common', 'demonstration']),
  title: z.string(),
  action: z.string(),
  kind: z.enum(['judged', 'measured', 'goal']),
  full: z.number(),
  /** Units; null where not applicable. */
  mean: z.nullable(Units),
  median: z.nullable(Units),
  /** The measured fact in words, e.g. 87 联户覆盖率 %; empty otherwise. */
  fact: z.string(),
})
export type ItemScore = z.infer<typeof ItemScore>

/** 对标: an indicator on which another village does better. */
export const Lesson = z.strictObject({
  id: ItemId,
  title: z.string(),
  full: Units,
  mean: Units,
  best: Units,
  /** Of those equally good, the first three of the ranking, and how many they are. */
  bestVillages: z.array(VillageHead),
  bestCount: Count,
})
export type Lesson = z.infer<typeof Lesson>

/** 按十项行动、按五大振兴: marks of the full ones that apply. */
export const GroupShare = z.strictObject({
  title: z.string(),
  marks: Units,
  full: Units,
  /** 0…1; the median is that of the ranked villages' shares. */
  share: z.number(),
  median: z.number(),
})
export type GroupShare = z.infer<typeof GroupShare>

/** A village beside the others of its round, over the common paper; no survey figure takes part. */
const Comparison = z.strictObject({
  /** The three furthest below the best; empty: it is best everywhere. */
  lessons: z.array(Lesson),
  actions: z.array(GroupShare),
  revitalisations: z.array(GroupShare),
})

const RoundOfTrend = { roundId: RoundId, number: z.number(), date: z.string() }

/** 走势: a round in which the village was ranked, or why it was not. */
export const TrendPoint = z.discriminatedUnion('kind', [
  z.strictObject({
    ...RoundOfTrend,
    kind: z.literal('ranked'),
    rank: Count,
    of: Count,
    total: Units,
    /** Since the last round in which it was ranked; `ranks` above 0 is up. */
    change: z.nullable(z.strictObject({ since: z.number(), ranks: z.number(), total: Units })),
  }),
  z.strictObject({ ...RoundOfTrend, kind: z.literal('gap'), reason: z.enum(['absent', 'deferred']) }),
])
export type TrendPoint = z.infer<typeof TrendPoint>

export const VillageResult = z.strictObject({
  round: RoundHead,
  digest: Digest,
  weights: z.strictObject({ common: z.number(), demonstration: z.number(), satisfaction: z.number() }),
  /** The most that deductions can take. */
  deductionCap: z.number(),
  row: BoardRow,
  villages: Count,
  inspectors: Count,
  plain: z.nullable(z.strictObject({ common: Units, demonstration: Units })),
  severity: z.strictObject({ common: z.string(), demonstration: z.string() }),
  medians: z.strictObject({
    common: z.nullable(Units),
    demonstration: z.nullable(Units),
    satisfaction: z.nullable(Units),
    total: z.nullable(Units),
  }),
  survey: SurveyCounts,
  shown: z.strictObject({
    coverage: z.nullable(z.number()),
    mean: z.nullable(z.number()),
    meanInterval: z.nullable(z.tuple([z.number(), z.number()])),
    /** In whole hundredths, like its interval. */
    rate: z.nullable(z.number()),
    /** Fewer than 5 people, or none, are on the other side: the rate is only a bound, and has no interval. */
    rateBound: z.nullable(z.enum(['least', 'most'])),
    rateInterval: z.nullable(z.tuple([z.number(), z.number()])),
  }),
  items: z.array(ItemScore),
  /** Item by item, in whole points 0…100; empty below 5 valid responses. */
  questions: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      answered: z.nullable(Count),
      mean: z.nullable(z.number()),
      /** 不了解, of 100 valid responses; null as `answered`. */
      unansweredOf100: z.nullable(z.number()),
    }),
  ),
  deductions: z.array(z.strictObject({ title: z.string(), occurrences: Count, marks: Units })),
  /**
   * The round before, as it was shown then; null: there is none, an older snapshot, or one that the reader may not read.
   * Papers null: not ranked then, or another full mark; questions: those that both rounds show.
   */
  former: z.nullable(
    z.strictObject({
      number: z.number(),
      papers: z.strictObject({
        common: z.nullable(Units),
        demonstration: z.nullable(Units),
        satisfaction: z.nullable(Units),
      }),
      questions: z.array(z.strictObject({ id: z.string(), mean: z.number() })),
    }),
  ),
  /** Found until this round, as they stand today, newest first; null: a rehearsal, which real ones do not enter. */
  findings: z.nullable(z.array(ShownFinding)),
  /** Of this round, newest first. */
  highlights: z.array(ShownHighlight),
  /** 包联责任, as recorded when the round was ready. */
  responsibilities: z.array(z.omit(Responsibility, { memberId: true })),
  /** The board's, with this village's line alone: none where it was left out. */
  progress: z.nullable(z.strictObject({ kind: ProgressKind, rows: z.array(ProgressRow) })),
  /** Who stands before and after it on the board. */
  before: z.nullable(BoardRow),
  after: z.nullable(BoardRow),
  /** Whether survey.voices answers the caller for this village. */
  mayReadVoices: z.boolean(),
  /** Null: deferred. */
  comparison: z.nullable(Comparison),
  /** By number, with this round last; null: fewer than three rounds that the reader may read, or deferred. */
  trend: z.nullable(z.array(TrendPoint)),
})
export type VillageResult = z.infer<typeof VillageResult>

/** What the score tables print too: the village alone, as it was frozen. */
export type VillageFigures = Omit<
  VillageResult,
  | 'comparison'
  | 'trend'
  | 'mayReadVoices'
  | 'former'
  | 'findings'
  | 'highlights'
  | 'responsibilities'
  | 'progress'
  | 'before'
  | 'after'
>

/**
 * What an administrator should look at before sealing: what and whom it concerns, never a score, mean or effect.
 * Survey: before sealing the channels' gap is only yes or no.
 */
export const Warning = z.strictObject({
  code: z.enum(['quotaMissed', 'channelGap', 'burst', 'straightLining', 'aboveAdults', 'excluded']),
  villageId: VillageId,
  villageName: z.string(),
  text: z.string(),
  /** Excluded responses that may be restored: why, and whether there are at least 5. */
  excludedFor: z.nullable(z.enum(['channel', 'tooFast'])),
  mayRestore: z.boolean(),
})
export type Warning = z.infer<typeof Warning>

/** Beside the survey: what and whom it concerns, in an order that says nothing. */
export const ReviewWarning = z.strictObject({
  code: z.enum([
    'cardMissing',
    'outlyingMarks',
    'harsh',
    'lenient',
    'tooFewCards',
    'tooFewResponses',
    'lateWaiting',
    'appealOpen',
    'deductionLapsed',
  ]),
  /** Null, and its name empty: it concerns the inspector's whole round. */
  villageId: z.nullable(VillageId),
  villageName: z.string(),
  /** Null, and the name empty: it concerns the village alone. */
  inspectorId: z.nullable(MemberId),
  inspectorName: z.string(),
  text: z.string(),
  /** The items of outlying marks, the late sends, the deductions; else none. */
  ids: z.array(z.string()),
  /** A provisional village that two persons may rank all the same. */
  mayAccept: z.boolean(),
})
export type ReviewWarning = z.infer<typeof ReviewWarning>

/** A document to open, pass on and print: in the answer itself, which holds a megabyte. */
const PrintedFile = z.strictObject({ fileName: z.string(), base64: z.string() })

/** Where a paper's differences come from, in marks², and how well scores tell villages apart (src/domain/panel-reliability.ts). */
const PaperReliability = z.strictObject({
  variance: z.strictObject({ village: z.number(), inspector: z.number(), rest: z.number() }),
  /** ICC(2,1) and, for the mean of `panelSize` inspectors, ICC(2,k̄); null: undefined. */
  single: z.nullable(z.number()),
  mean: z.nullable(z.number()),
  panelSize: z.number(),
})

/** Whether the panel is sound, inspector by inspector and paper by paper; only once sealed. */
export const PanelQuality = z.strictObject({
  round: RoundHead,
  digest: Digest,
  weights: z.strictObject({ common: z.number(), demonstration: z.number(), satisfaction: z.number() }),
  inspectors: z.array(
    z.strictObject({
      id: MemberId,
      name: z.string(),
      /** Ranked villages scored. */
      villages: Count,
      /** Above 0 偏宽, below 偏严; null where it cannot be estimated. */
      severity: z.strictObject({ common: z.nullable(Units), demonstration: z.nullable(Units) }),
      /** Mean Kendall τ-b with so many colleagues, −1…1; null: with none 4 villages are shared. */
      agreement: z.nullable(z.number()),
      comparedWith: Count,
      marks: Count,
      atFull: Count,
    }),
  ),
  papers: z.strictObject({
    common: z.nullable(PaperReliability),
    demonstration: z.nullable(PaperReliability),
  }),
})
export type PanelQuality = z.infer<typeof PanelQuality>

const ExportFile = z.strictObject({ url: z.string(), fileName: z.string(), bytes: Count, digest: Digest })

export const ranking = calls({
  progressOfDay: {
    in: z.strictObject({ roundId: RoundId }),
    out: DayProgress,
    fails: ['wrongState', 'notFound'],
  },
  warnings: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({
      round: RoundHead,
      /** The survey's. */
      warnings: z.array(Warning),
      review: z.array(ReviewWarning),
      proposals: z.array(Proposal),
      at: At,
    }),
    fails: ['wrongState', 'notFound'],
  },
  board: {
    in: z.strictObject({ roundId: RoundId }),
    out: Board,
    fails: ['wrongState', 'notFound'],
  },
  /** All sealings of a round, the former ones too, oldest first. */
  snapshots: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({
      snapshots: z.array(
        z.strictObject({
          n: Count,
          digest: Digest,
          sealedAt: At,
          isCurrent: z.boolean(),
          correction: z.nullable(Correction),
        }),
      ),
    }),
    fails: ['wrongState', 'notFound'],
  },
  /** The board as one of them has it. */
  formerBoard: {
    in: z.strictObject({ roundId: RoundId, n: z.number().check(z.int(), z.gte(1), z.lte(10_000)) }),
    out: Board,
    fails: ['wrongState', 'notFound'],
  },
  village: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId }),
    out: VillageResult,
    fails: ['wrongState', 'notFound'],
  },
  /** 这个分数怎么来的: from the marks to the rank, in sentences and figures. */
  explain: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId }),
    out: z.strictObject({ round: RoundHead, digest: Digest, village: VillageHead, steps: z.array(ExplainedStep) }),
    fails: ['wrongState', 'notFound', 'sealedFileLost'],
  },
  /** 通报 as a Word file. Never of a rehearsal. */
  bulletin: {
    in: z.strictObject({ roundId: RoundId }),
    out: PrintedFile,
    fails: ['wrongState', 'notFound'],
  },
  /** 得分表 as an Excel file: what the board and the village pages show, side by side. */
  scoreTables: {
    in: z.strictObject({ roundId: RoundId }),
    out: PrintedFile,
    fails: ['wrongState', 'notFound'],
  },
  panelQuality: {
    in: z.strictObject({ roundId: RoundId }),
    out: PanelQuality,
    fails: ['wrongState', 'notFound'],
  },
  /** Without an agreed proposal: proposes, and `file` is null. With it: the address, good for one hour. */
  exportAudit: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId, reason: Reason, proposalId: z.nullable(ProposalId) }),
    out: z.strictObject({ proposal: Proposal, file: z.nullable(ExportFile) }),
    fails: ['wrongState', 'notFound', 'alreadyProposed'],
  },
  exportPublic: {
    in: z.strictObject({ roundId: RoundId }),
    out: ExportFile,
    fails: ['wrongState', 'notFound', 'noPublicEdition'],
  },
})
