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
  ProposalId,
  Reason,
  RoundHead,
  RoundId,
  SendId,
  StopState,
  VillageHead,
  VillageId,
} from './parts'
import { FindingCategory, Scorecard } from './scoring'

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
  code: z.enum(['tooFewInspectors', 'notConnected', 'tooFewShared', 'unevenDistricts']),
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

export const round = calls({
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
