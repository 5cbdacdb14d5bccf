import * as z from 'zod/mini'
import { calls } from './calls'
import { Proposal } from './member'
import {
  At,
  Clock,
  ItemId,
  MemberId,
  ProposalId,
  RoundHead,
  RoundId,
  SendId,
  StopState,
  VillageHead,
  VillageId,
} from './parts'
import { Scorecard } from './scoring'

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
  at: At,
})
export type Today = z.infer<typeof Today>

/** The seven steps of the sealing job, in order. */
export const sealingSteps = ['freeze', 'compute', 'write', 'readBack', 'delete', 'shuffle', 'done'] as const
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
  close: {
    in: z.strictObject({ roundId: RoundId, sendId: SendId }),
    out: z.strictObject({ round: RoundHead, closedAt: At }),
    fails: ['wrongState', 'notFound', 'changed'],
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
    fails: ['wrongState', 'notFound', 'samePerson', 'changed', 'tooEarly', 'appealsOpen'],
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
