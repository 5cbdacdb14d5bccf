import type { RoundState } from '../../../src/contract/parts'
import type { Change, GoalPromise, SealingStep } from '../../../src/contract/round'
import type { Certainty } from '../../../src/domain/certainty'
import type { DayInspector } from '../../../src/domain/day-changes'
import type { Responsibility } from '../../../src/domain/recusal'
import type { ReviewWarning } from '../../../src/domain/review-warnings'
import type { Goal, NotApplicable, Scheme, Stop, Village } from '../../../src/domain/round-file'
import type { SurveyWarning } from '../../../src/domain/survey-warnings'
import type { StoredFile } from './file'
import type { ProposalDoc, Restoring } from './proposal'
import type { Settings } from './scheme'
import type { SealedFile } from './snapshot'

/** What a reopened round stands on: its former snapshot, from whose edition the responses come. */
export interface Reopened {
  proposalId: string
  snapshotId: string
  reason: string
  audit: SealedFile
  /** Received and counting, as they were sealed. */
  responses: NonNullable<SealingJob['responses']>
  /** The survey's, as they stood when it was first sealed. */
  warnings: SurveyWarning[]
}

/** The sealing job's place, so that any call can take it on from there. */
export interface SealingJob {
  /** The snapshot it writes: `<round>:<n>`. */
  snapshotId: string
  step: SealingStep
  by: string
  agreedBy: string
  startedAt: number
  /** Hash of what the two agreed to seal: freezing finds the same or nothing is sealed. */
  hash: string
  /** Voices get their new ids from it; it dies with the job, and with it the way back to the old ones. */
  shuffleKey: string
  /** Where the audit edition lies: named before it is kept, so that whoever puts back finds what is kept. */
  auditPath?: string
  /** The frozen audit edition, once there, and how many responses it holds: the answers themselves go while it runs. */
  audit: StoredFile | null
  responses: { villageId: string; received: number; counting: number }[] | null
  /** As they stood when it froze; absent before. */
  warnings?: SurveyWarning[]
  review?: ReviewWarning[]
  digest: string | null
  /** What was drawn, until it stands in the snapshot; absent before. */
  certainty?: Certainty
  /** It cannot be sealed: whoever looks puts everything back, as often as it takes, and then the round is `closed`. */
  failed?: { problem: string; by: string; at: number }
}

/** The round's last change of state: the same send again answers as the first time. */
interface Move {
  to: RoundState
  sendId: string
  by: string
  at: number
}

/** `absentAt`: fell out during the day; cards they submitted count all the same. */
export type PanelInspector = DayInspector

/** One change of the day. The same send again is the same change. */
export interface DayChangeEntry {
  /** The send id. */
  id: string
  at: number
  by: string
  change: Change
  /** In words, as everybody on the panel is told. */
  text: string
  reason: string
  /** The one thing that changed, for the audit. */
  before: unknown
  after: unknown
}

/** Everything the day needs is frozen into one document at *ready*, so that a call reads it in one request. */
export interface RoundDoc {
  _id: string
  revision: number
  number: number
  /** Asia/Shanghai, `YYYY-MM-DD`. */
  day: string
  rehearsal: boolean
  state: RoundState
  scheme: Scheme
  settings: Settings
  villages: Village[]
  /** `visited` means: counts as visited unless skipped. */
  stops: Stop[]
  panel: PanelInspector[]
  goals: Goal[]
  /**
   * What each goal promises, as declared. Beside `goals`, which enter the round file as they are. Absent in rounds that
   * were ready before promises froze.
   */
  promises?: (GoalPromise & { goalId: string })[]
  /** Who answered for each village when the round was ready. Absent in rounds that were ready before this froze. */
  responsibilities?: (Omit<Responsibility, 'memberId'> & { villageId: string })[]
  notApplicable: NotApplicable[]
  /** Somebody looked at every village. Absent in rounds that were not prepared here. */
  notApplicableDecided?: boolean
  accepted: string[]
  proposals: ProposalDoc[]
  /** Exclusions that two persons lifted. */
  restored?: (Restoring & { proposalId: string })[]
  /** Late sends that two persons admitted, in the order of their agreements; what became of each, it says itself. */
  admitted?: { proposalId: string; lateIds: string[] }[]
  /** Measured values that two persons corrected: the last one of an indicator stands. What was entered stays as it is. */
  corrected?: { proposalId: string; villageId: string; indicatorId: string; value: number }[]
  withdrawn?: { id: string; by: string }[]
  startedAt: number | null
  closedAt: number | null
  /** From when it can be sealed, by the appeal windows known at closing; absent before. */
  appealsUntil?: number | null
  moved?: Move | null
  /** Household cards printed, each under its send id; what they say is nowhere. */
  cardPrints?: { id: string; villageId: string; count: number }[]
  /** Changes of the day, oldest first. */
  changes?: DayChangeEntry[]
  /** Sealings begun, failed ones too: each has a snapshot id and files of its own. */
  sealings?: number
  sealing: SealingJob | null
  /** The current snapshot once sealed. */
  snapshotId: string | null
  /** In a draft: the send that planned it last. */
  plannedBy?: string
  /** In a draft: counts what was written of its goals and measured facts, so that who writes at once meets here. */
  inputs?: number
  /** The last reopening; it stays when the round is sealed again. */
  reopened?: Reopened
  /** How often it was reopened: from the first time on its bulletin is a correction 更正. */
  corrections?: number
}
