import * as z from 'zod/mini'
import { calls } from './calls'
import { Deduction } from './deductions'
import { Proposal } from './member'
import {
  At,
  Clock,
  Count,
  Day,
  DeductionItemId,
  ItemId,
  LateId,
  MemberId,
  PhotoId,
  Photos,
  ProposalId,
  Reason,
  RoundHead,
  RoundId,
  SchemeId,
  SendId,
  StopState,
  VillageHead,
  VillageId,
} from './parts'
import { FindingCategory, Scorecard } from './scoring'

/** From where to where a goal leads, in the village's own words; `unit` is empty where it is no number. */
export const GoalPromise = z.strictObject({ baseline: z.string(), target: z.string(), unit: z.string() })
export type GoalPromise = z.infer<typeof GoalPromise>

export const JudgedItem = z.strictObject({
  id: ItemId,
  paper: z.enum(['common', 'demonstration']),
  title: z.string(),
  /** Title of the action (十项行动) an indicator belongs to; empty for a goal. */
  action: z.string(),
  full: z.number(),
  step: z.number(),
  rubric: z.array(z.strictObject({ mark: z.number(), text: z.string() })),
  /** 0.8, 0.9 or 1 for a goal; 1 for an indicator. */
  difficulty: z.number(),
  /** Null for an indicator, and for a goal of which nothing but the title was declared. */
  promise: z.nullable(GoalPromise),
})
export type JudgedItem = z.infer<typeof JudgedItem>

/** A measured indicator: a fact, locked, with the mark its table gives. */
export const MeasuredFact = z.strictObject({
  id: ItemId,
  title: z.string(),
  action: z.string(),
  full: z.number(),
  unit: z.string(),
  value: z.number(),
  mark: z.number(),
  /** What it rests on: a sentence, and photos by their id (`evidencePhotos` tells where they are). Both empty where one is recused. */
  evidence: z.string(),
  photos: z.array(PhotoId),
})
export type MeasuredFact = z.infer<typeof MeasuredFact>

/** Something an earlier round found here that is not verified as fixed: to be looked at today. */
export const OpenFinding = z.strictObject({
  id: z.string(),
  roundNumber: z.nullable(z.number()),
  category: FindingCategory,
  text: z.string(),
  dueOn: z.nullable(Day),
  /** Days past its deadline on the round's day; 0: not overdue. */
  overdueDays: Count,
  photos: Count,
})
export type OpenFinding = z.infer<typeof OpenFinding>

/** The code an inspector's phone shows to villagers on the spot. */
export const OnsiteCode = z.strictObject({
  /** What the code carries: the village and a token over its window. */
  scene: z.string(),
  /** Good within these: an hour before the planned arrival to an hour after the planned departure. */
  from: At,
  until: At,
})
export type OnsiteCode = z.infer<typeof OnsiteCode>

/** One change of the day (skip, move, absent, substitute), as everybody on the panel is told. */
export const DayChange = z.strictObject({
  id: SendId,
  at: At,
  /** The stop it is about, to be marked on the route; null: it is about an inspector. */
  villageId: z.nullable(VillageId),
  text: z.string(),
  reason: z.string(),
})
export type DayChange = z.infer<typeof DayChange>

export const DeductionItem = z.strictObject({
  id: DeductionItemId,
  title: z.string(),
  marks: z.number(),
  cap: z.number(),
})
export type DeductionItem = z.infer<typeof DeductionItem>

export const TodayStop = z.strictObject({
  order: z.number(),
  village: VillageHead,
  arrive: Clock,
  depart: Clock,
  state: StopState,
  recused: z.boolean(),
  /** Why, in words; empty when not recused. */
  recusedBecause: z.string(),
  items: z.array(JudgedItem),
  facts: z.array(MeasuredFact),
  notApplicable: z.array(z.strictObject({ id: ItemId, title: z.string() })),
  openFindings: z.array(OpenFinding),
  /** Null where one is recused. */
  onsite: z.nullable(OnsiteCode),
})
export type TodayStop = z.infer<typeof TodayStop>

export const Today = z.strictObject({
  round: RoundHead,
  schemeTitle: z.string(),
  weights: z.strictObject({ common: z.number(), demonstration: z.number(), satisfaction: z.number() }),
  inspector: z.strictObject({ id: MemberId, name: z.string() }),
  stops: z.array(TodayStop),
  cards: z.array(Scorecard),
  arrivals: z.record(VillageId, At),
  deductionItems: z.array(DeductionItem),
  /** Minutes a village has to appeal. */
  appealMinutes: Count,
  /** Mine, those that wait for my confirmation, those whose appeal I help decide; without photos' addresses. */
  deductions: z.array(Deduction),
  /** Newest first. */
  changes: z.array(DayChange),
  at: At,
})
export type Today = z.infer<typeof Today>

/** What the administrator changes on the day (docs/domain.md, A round's life). */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skip'), villageId: VillageId }),
  /** A skipped stop is visited after all. */
  z.strictObject({ kind: z.literal('resume'), villageId: VillageId }),
  /** `order`: its new place on the route, 1 the first. */
  z.strictObject({
    kind: z.literal('move'),
    villageId: VillageId,
    arrive: Clock,
    depart: Clock,
    order: z.number().check(z.int(), z.gte(1), z.lte(200)),
  }),
  z.strictObject({ kind: z.literal('absent'), inspectorId: MemberId }),
  /** An absent inspector is here after all. */
  z.strictObject({ kind: z.literal('present'), inspectorId: MemberId }),
  z.strictObject({ kind: z.literal('substitute'), inspectorId: MemberId, memberId: MemberId }),
])
export type Change = z.infer<typeof Change>

/** A rule that the plan of the day does not keep, with whom it concerns. */
export const PlanWarning = z.strictObject({
  code: z.enum(['tooFewInspectors', 'notConnected', 'tooFewShared', 'unevenDistricts', 'drive']),
  villageIds: z.array(VillageId),
  text: z.string(),
})
export type PlanWarning = z.infer<typeof PlanWarning>

export const DayPlan = z.strictObject({
  round: RoundHead,
  stops: z.array(
    z.strictObject({
      order: z.number(),
      village: VillageHead,
      arrive: Clock,
      depart: Clock,
      state: StopState,
      /** Who is here and may judge it. */
      eligible: Count,
      cardsIn: Count,
    }),
  ),
  panel: z.array(
    z.strictObject({
      id: MemberId,
      name: z.string(),
      districtId: z.nullable(z.string()),
      absentAt: z.nullable(At),
      /** Villages they may not judge. */
      recused: Count,
      cardsIn: Count,
    }),
  ),
  /** Inspectors who are not on the panel. */
  candidates: z.array(z.strictObject({ memberId: MemberId, name: z.string(), districtId: z.nullable(z.string()) })),
  minInspectors: Count,
  warnings: z.array(PlanWarning),
  changes: z.array(DayChange),
  at: At,
})
export type DayPlan = z.infer<typeof DayPlan>

/** What may be corrected of a closed round: a measured value, or a goal's title and difficulty. */
export const Correction = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('measurement'),
    villageId: VillageId,
    indicatorId: ItemId,
    /** In the indicator's unit; at most four decimals. */
    value: z.number().check(z.gte(-1_000_000_000), z.lte(1_000_000_000)),
  }),
  z.strictObject({
    kind: z.literal('goal'),
    goalId: ItemId,
    title: z.string().check(z.minLength(1), z.maxLength(200)),
    /** 难度系数, above 0, at most 1. */
    difficulty: z.number().check(z.gt(0), z.lte(1)),
  }),
])
export type Correction = z.infer<typeof Correction>

/** What is on record of one village, to find what was mistyped: no mark, nothing worked out. */
export const VillageFacts = z.strictObject({
  village: VillageHead,
  /** Of the indicators that apply to it, in the scheme's order. */
  measurements: z.array(
    z.strictObject({
      id: ItemId,
      title: z.string(),
      unit: z.string(),
      /** As it stands, and as it was entered before any correction. */
      value: z.number(),
      entered: z.number(),
      /** Names; empty: nobody is known under that id. */
      enteredBy: z.string(),
      checkedBy: z.string(),
      /** A correction of it that waits for its second person. */
      proposal: z.nullable(Proposal),
    }),
  ),
  goals: z.array(
    z.strictObject({
      id: ItemId,
      title: z.string(),
      full: z.number(),
      difficulty: z.number(),
      proposal: z.nullable(Proposal),
    }),
  ),
})
export type VillageFacts = z.infer<typeof VillageFacts>

/** The eight steps of the sealing job, in order. */
export const sealingSteps = ['freeze', 'compute', 'draw', 'write', 'readBack', 'delete', 'shuffle', 'done'] as const
export const SealingStep = z.enum(sealingSteps)
export type SealingStep = z.infer<typeof SealingStep>

export const SealingProgress = z.strictObject({
  state: z.enum(['proposed', 'sealing', 'sealed', 'closed']),
  step: z.nullable(SealingStep),
  done: z.number(),
  of: z.number(),
  proposal: z.nullable(Proposal),
})
export type SealingProgress = z.infer<typeof SealingProgress>

/** A draft round's plan, whole: what is not in it is no more. */
export const Plan = z.strictObject({
  day: Day,
  scheme: z.strictObject({ id: SchemeId, version: Count }),
  /** In the order of the route. */
  stops: z.array(z.strictObject({ villageId: VillageId, arrive: Clock, depart: Clock })).check(z.maxLength(200)),
  panel: z.array(MemberId).check(z.maxLength(200)),
  notApplicable: z.array(z.strictObject({ villageId: VillageId, indicatorId: ItemId })).check(z.maxLength(2000)),
  /** Somebody looked at every village and says: these and no others. */
  notApplicableDecided: z.boolean(),
})
export type Plan = z.infer<typeof Plan>

/** One line of what *ready* needs: done, missing (not ready without it) or a warning; for whom it waits, and where to go. */
export const ReadyLine = z.strictObject({
  code: z.enum([
    'scheme',
    'stops',
    'day',
    'goals',
    'measurements',
    'notApplicable',
    'inspectors',
    'connected',
    'shared',
    'unevenDistricts',
    'drive',
    'unbound',
    'namesake',
    'responsibility',
    'otherRound',
  ]),
  state: z.enum(['done', 'missing', 'warning']),
  text: z.string(),
  /** Whose turn it is, in words; empty: the reader's own or nobody's. */
  waitsFor: z.string(),
  villageIds: z.array(VillageId),
})
export type ReadyLine = z.infer<typeof ReadyLine>

export const Preparation = z.strictObject({
  round: RoundHead,
  revision: z.number(),
  plan: Plan,
  schemeTitle: z.string(),
  /** All villages of the programme, on the route or not. */
  villages: z.array(
    z.strictObject({
      ...VillageHead.shape,
      location: z.nullable(z.strictObject({ longitude: z.number(), latitude: z.number() })),
      goals: z.strictObject({ declared: Count, approved: Count, returned: Count }),
      measurements: z.strictObject({ missing: Count, entered: Count, checked: Count, returned: Count }),
      /** Inspectors of the panel who may judge it. */
      eligible: Count,
    }),
  ),
  districts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Everybody who may sit on a panel, with the villages they may not judge and why. */
  inspectors: z.array(
    z.strictObject({
      memberId: MemberId,
      name: z.string(),
      districtId: z.nullable(z.string()),
      onPanel: z.boolean(),
      bound: z.boolean(),
      recused: z.array(z.strictObject({ villageId: VillageId, because: z.string() })),
    }),
  ),
  /** Of the scheme: how many inspectors every village needs, and every pair of villages must share. */
  minInspectors: Count,
  sharedInspectors: Count,
  /** Published ones. */
  schemes: z.array(z.strictObject({ id: SchemeId, version: Count, title: z.string() })),
  /** Titles, for the not-applicable table. */
  indicators: z.array(z.strictObject({ id: ItemId, title: z.string(), kind: z.enum(['judged', 'measured']) })),
  checklist: z.array(ReadyLine),
  /** When the survey opens; before it a ready round may go back to draft. */
  opensAt: At,
  at: At,
})
export type Preparation = z.infer<typeof Preparation>

export const round = calls({
  /** A draft; `roundId` says what it is (`2025-1`), so that a send repeated makes no second one. */
  create: {
    in: z.strictObject({
      roundId: RoundId,
      number: z.number().check(z.int(), z.gte(1), z.lte(99)),
      day: Day,
      scheme: z.strictObject({ id: SchemeId, version: Count }),
      sendId: SendId,
    }),
    out: z.strictObject({ round: RoundHead }),
    /** `inUse`: another round has this id or number. */
    fails: ['notFound', 'inUse'],
  },
  preparation: {
    in: z.strictObject({ roundId: RoundId }),
    out: Preparation,
    fails: ['wrongState', 'notFound'],
  },
  plan: {
    in: z.strictObject({ roundId: RoundId, plan: Plan, revision: z.number(), sendId: SendId }),
    out: z.strictObject({ preparation: Preparation }),
    fails: ['wrongState', 'notFound', 'changed'],
  },
  /** Freezes scheme, panel, villages and goals, and opens the survey's gate for its window. Refused with the lines that are missing. */
  ready: {
    in: z.strictObject({ roundId: RoundId, revision: z.number(), sendId: SendId }),
    out: z.strictObject({ round: RoundHead }),
    fails: ['wrongState', 'notFound', 'changed', 'notReady', 'otherRound'],
  },
  /** Back to draft, only before the survey's window opens. Household cards printed since it was ready are worth nothing any more. */
  backToDraft: {
    in: z.strictObject({ roundId: RoundId, revision: z.number(), sendId: SendId }),
    out: z.strictObject({ round: RoundHead }),
    fails: ['wrongState', 'notFound', 'changed', 'surveyOpen'],
  },
  /** A draft that nobody needs: with its goals and measurements. */
  removeDraft: {
    in: z.strictObject({ roundId: RoundId, revision: z.number(), sendId: SendId }),
    out: z.strictObject({ removed: z.literal(true) }),
    fails: ['wrongState', 'changed'],
  },
  /** 演练: a running copy of a ready round, marked, beside it; at most one. */
  rehearse: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId }),
    out: z.strictObject({ round: RoundHead }),
    fails: ['wrongState', 'notFound', 'inUse'],
  },
  /** With everything it left, audit lines too; again is harmless. */
  deleteRehearsal: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId }),
    out: z.strictObject({ removed: z.literal(true) }),
    fails: ['wrongState'],
  },
  archive: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId }),
    out: z.strictObject({ round: RoundHead }),
    fails: ['wrongState', 'notFound', 'changed'],
  },

  start: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId }),
    out: z.strictObject({ round: RoundHead }),
    fails: ['wrongState', 'notFound', 'changed'],
  },
  today: {
    in: z.strictObject({ roundId: RoundId }),
    out: Today,
    fails: ['wrongState', 'notFound'],
  },
  /** 看依据: where photos of a village's measured fact are, for an hour; `url` null: not uploaded, or not of one. */
  evidencePhotos: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId, photos: Photos }),
    out: z.strictObject({ photos: z.array(z.strictObject({ id: PhotoId, url: z.nullable(z.string()) })) }),
    fails: ['wrongState', 'notFound', 'recused', 'outOfScope'],
  },
  /** The code for one village as a picture, to be kept on the phone before departure. */
  onsiteCode: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId }),
    out: z.strictObject({ ...OnsiteCode.shape, contentType: z.string(), base64: z.string() }),
    fails: ['wrongState', 'notFound', 'recused', 'outOfScope'],
  },
  dayPlan: {
    in: z.strictObject({ roundId: RoundId }),
    out: DayPlan,
    fails: ['wrongState', 'notFound'],
  },
  changeDay: {
    in: z.strictObject({
      roundId: RoundId,
      sendId: SendId,
      change: Change,
      reason: Reason,
      /** True: nothing is written; only what the plan would then lack is told. */
      preview: z.boolean(),
    }),
    out: z.strictObject({ plan: DayPlan, text: z.string() }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'notOnPanel'],
  },
  close: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId }),
    out: z.strictObject({ round: RoundHead, closedAt: At }),
    fails: ['wrongState', 'notFound', 'changed'],
  },
  /** How many household cards each village has been printed so far. */
  cardPrints: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({
      round: RoundHead,
      villages: z.array(z.strictObject({ village: VillageHead, households: Count, issued: Count })),
      at: At,
    }),
    fails: ['wrongState', 'notFound'],
  },
  /** Unnamed one-time codes for those without a smartphone, as a Word file to print and cut; the codes themselves are kept nowhere. */
  printCards: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      sendId: SendId,
      count: z.number().check(z.int(), z.gte(1), z.lte(200)),
    }),
    /** `issued`: all of this village's so far; never more than its households. */
    out: z.strictObject({ fileName: z.string(), base64: z.string(), count: Count, issued: Count }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'tooLarge'],
  },
  /** Proposes to lift an exclusion: all of a village's responses excluded for one reason, unseen, at least 5. */
  restore: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      sendId: SendId,
      excludedFor: z.enum(['channel', 'tooFast']),
      reason: Reason,
    }),
    out: z.strictObject({ proposal: Proposal }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'alreadyProposed', 'tooFew'],
  },
  /** Proposes that what came after closing counts as if it had come in time. */
  admitLate: {
    in: z.strictObject({
      roundId: RoundId,
      sendId: SendId,
      lateIds: z.array(LateId).check(z.minLength(1), z.maxLength(30)),
      reason: Reason,
    }),
    out: z.strictObject({ proposal: Proposal }),
    fails: ['wrongState', 'notFound', 'alreadyProposed'],
  },
  /** Proposes that a provisional village is ranked all the same. */
  acceptVillage: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId, sendId: SendId, reason: Reason }),
    out: z.strictObject({ proposal: Proposal }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'alreadyProposed', 'notProvisional', 'tooFew'],
  },
  /** Measured values and goals as they stand, of every village that is not skipped, in the order of the route. */
  facts: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({ round: RoundHead, villages: z.array(VillageFacts) }),
    fails: ['wrongState', 'notFound'],
  },
  /** Proposes to correct what was mistyped. */
  correct: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId, correction: Correction, reason: Reason }),
    out: z.strictObject({ proposal: Proposal }),
    fails: ['wrongState', 'notFound', 'alreadyProposed', 'changed'],
  },
  /** Proposes to lead a sealed or announced round back to `closed`. */
  reopen: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId, reason: Reason }),
    out: z.strictObject({ proposal: Proposal }),
    fails: ['wrongState', 'notFound', 'alreadyProposed', 'otherRound'],
  },
  /** In `closed`: proposes. In `sealing`: takes the job's next step, so that whoever looks drives it on. */
  seal: {
    /** `drive`: only takes a running job on; back in `closed`, where another saw it fail, it proposes nothing. */
    in: z.strictObject({ roundId: RoundId, sendId: SendId, drive: z.optional(z.literal(true)) }),
    out: SealingProgress,
    fails: ['wrongState', 'notFound', 'tooEarly', 'appealsOpen', 'alreadyProposed', 'sealingFailed', 'changed'],
  },
  agree: {
    in: z.strictObject({ roundId: RoundId, proposalId: ProposalId }),
    out: z.strictObject({ proposal: Proposal, round: RoundHead }),
    fails: [
      'wrongState',
      'notFound',
      'samePerson',
      'recused',
      'changed',
      'tooEarly',
      'appealsOpen',
      'tooFew',
      'outOfScope',
      'notProvisional',
      'otherRound',
      'sealedFileLost',
    ],
  },
  withdraw: {
    in: z.strictObject({ roundId: RoundId, proposalId: ProposalId }),
    out: z.strictObject({ withdrawn: z.literal(true) }),
    fails: ['notFound', 'wrongState'],
  },
  announce: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId }),
    out: z.strictObject({ round: RoundHead }),
    fails: ['wrongState', 'notFound', 'changed'],
  },
})
