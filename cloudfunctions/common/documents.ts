/**
 * The stored documents, collection by collection. `_id` says what a document is, so that a retry can only write
 * the same one; `revision` stands where two people may change it. Times are milliseconds.
 */

import type { Role, RoundState } from '../../src/contract/parts'
import type { Change, SealingStep } from '../../src/contract/round'
import type { FindingCategory, RingedPhoto } from '../../src/contract/scoring'
import type { AuditHead } from '../../src/domain/audit-chain'
import type { Certainty } from '../../src/domain/certainty'
import type { GoalWords } from '../../src/domain/corrections'
import type { DayInspector } from '../../src/domain/day-changes'
import type { PastChange, StoredMark } from '../../src/domain/mark-changes'
import type { PanelQuality } from '../../src/domain/panel-quality'
import type { LastSend, LastSends } from '../../src/domain/phone-sends'
import type { Progress } from '../../src/domain/progress'
import type { Responsibility } from '../../src/domain/recusal'
import type { ReviewWarning } from '../../src/domain/review-warnings'
import type { Channel, Deduction, Goal, NotApplicable, Scheme, Stop, Village } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import type { StraightRule } from '../../src/domain/straight-lining'
import type { ExclusionReason, SurveyWarning } from '../../src/domain/survey-warnings'
import type { RoundDetails } from '../../src/domain/village-details'

export interface MemberDoc {
  /** The OPENID; `unbound:<memberId>` (no OPENID has a colon) while no phone is bound. */
  _id: string
  /** Absent in older documents: 1. */
  revision?: number
  /** Stable across phones: panel id, `by`, audit. */
  memberId: string
  /** Empty: the first administrator, who names themselves when they bind. */
  name: string
  roles: { role: Role; scope: string }[]
  districtId: string | null
  /** Null: no phone is bound yet. */
  boundAt: number | null
  revoked: boolean
  /** The invite that binds them; an older one is dead, for it is not named here. Null or absent: none. */
  inviteId?: string | null
  /** The send that saved or revoked it last: the same again answers as it did. */
  sendId?: string
}

/** An invite for one person's first or new phone. What its code says is nowhere. */
export interface InviteDoc {
  /** SHA-256(`invite:` ‖ code), in hex. */
  _id: string
  memberId: string
  /** Member id; empty: the tool that prints the first administrator's code. */
  issuedBy: string
  issuedByName: string
  issuedAt: number
  expiresAt: number
  /** Five, and it is dead. */
  wrongNames: number
  takenAt: number | null
}

/** The one document of the programme: what several writes must agree on lies here, so that they meet in one place. */
export interface ProgrammeDoc {
  _id: 'programme'
  revision: number
  title: string
  districts: { id: string; name: string }[]
  /** Member ids of bound administrators: the last one stays. */
  administrators: string[]
  /** Of title and districts alone: other writes leave it. Absent: nobody has saved them here. */
  overviewRevision?: number
  sendId?: string
}

/** A version of the scheme; once published it never changes. */
export interface SchemeDoc {
  /** id:version */
  _id: string
  revision: number
  id: string
  version: number
  state: 'draft' | 'published'
  rules: Scheme
  settings: Settings
  /** Who saved it last. Absent name: it did not come through the screens. */
  by: string
  byName?: string
  at: number
  publishedBy: string | null
  publishedAt: number | null
  /** The send that saved or published it last: the same again answers as it did. */
  sendId?: string
  /** The send that began it, however often it was saved since. */
  begunWith?: string
}

/** 示范目标 of one round. An id that returns in a later round is the same goal: progress compares by it. */
export interface GoalDoc {
  /** round:goal */
  _id: string
  revision: number
  roundId: string
  goalId: string
  villageId: string
  title: string
  baseline: string
  target: string
  unit: string
  full: number
  step: number
  /** As approved; before, as proposed. */
  difficulty: number | null
  state: 'declared' | 'approved' | 'returned'
  reason: string
  declaredBy: string
  declaredByName: string
  decidedBy: string | null
  decidedByName: string | null
  at: number
  sendId: string
}

/** Scheme settings that do not enter the round file (docs/domain.md, Scoring rules). */
export interface Settings {
  organiser: string
  /** Minutes a village has to appeal against a confirmed deduction. */
  appealMinutes: number
  /** The catalogue's item under which an earlier round's overdue finding proposes itself; null or absent: none does. */
  overdueItemId?: string | null
  /** Inspectors that every pair of villages should share. */
  sharedInspectors?: number
  /** Who sees the board once announced, beside leaders and administrators. */
  announceTo: Role[]
  /** Recordings of the questions read aloud, in cloud storage, by survey item; an item without one is not read. */
  surveyAudio?: Record<string, string>
  /** Responses of a village in one minute that are a burst; absent: 15. */
  burst?: number
  /** From when the same answer throughout is worth a look; absent: 40 in a hundred of 10 responses or more. */
  straight?: StraightRule
  /** Days before the round's day that the survey opens; absent: 3. */
  surveyDaysBefore?: number
  /** What a demonstration goal is worth, and its step; absent: 10 and 0.5. */
  goalFull?: number
  goalStep?: number
}

export interface ProposalDoc {
  id: string
  kind: 'seal' | 'exportAudit' | 'decideAppeal' | 'restore' | 'admitLate' | 'acceptVillage' | 'correct' | 'reopen'
  by: string
  byName: string
  at: number
  hash: string
  reason: string
  agreedBy: string | null
  agreedByName: string | null
  agreedAt: number | null
  /** What it is about, in words; absent where the kind says it all. */
  about?: string
  /** restore: which responses count again. */
  restore?: Restoring
  /** admitLate: which sends of the `late` collection, and whose. */
  late?: { sends: { id: string; villageId: string; memberId: string }[] }
  /** acceptVillage: which provisional village is ranked all the same. */
  accept?: { villageId: string }
  /** correct: what was mistyped, and what it is. */
  correct?: Correcting
  /** decideAppeal: which deduction, what becomes of it, and who proposed and confirmed it: they do not agree. */
  appeal?: { deductionId: string; villageId: string; outcome: 'upheld' | 'revoked'; parties: string[] }
}

/** All of a village's responses that are excluded for one reason alone. */
export interface Restoring {
  villageId: string
  excludedFor: ExclusionReason
}

/** A mistyped fact, and what it was: a measured value, or a goal's title and difficulty. */
export type Correcting =
  | { kind: 'measurement'; villageId: string; indicatorId: string; value: number; former: number }
  | { kind: 'goal'; villageId: string; goalId: string; to: GoalWords; former: GoalWords }

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

/** A file in cloud storage. */
export interface StoredFile {
  fileId: string
  bytes: number
}

/** The round's last change of state: the same send again answers as the first time. */
export interface Move {
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

export interface VillageDoc extends Village {
  _id: string
  /** Absent in older documents: 1. */
  revision?: number
  town: string
  themes: ('red' | 'green' | 'gold' | 'heritage')[]
  /** Null: not known. */
  adults: number | null
  population?: number | null
  location?: { longitude: number; latitude: number } | null
  profile?: string
  /** The send that saved it last: the same again answers as it did. */
  sendId?: string
  /** Who answers for it (包联责任); `memberId` where they have an account. */
  responsibilities?: Responsibility[]
}

export interface MeasurementDoc {
  /** round:village:indicator */
  _id: string
  roundId: string
  villageId: string
  indicatorId: string
  value: number
  enteredBy: string
  /** Null: not checked yet, or returned. A round's facts are all checked from *ready* on. */
  checkedBy: string | null
  /** What it rests on. These are absent where it was not entered through the screens. */
  revision?: number
  evidence?: string
  photos?: string[]
  enteredByName?: string
  checkedByName?: string | null
  /** Why it was returned; null or absent: it was not. */
  returned?: string | null
  at?: number
  sendId?: string
}

export interface ArrivalDoc {
  /** round:inspector:village */
  _id: string
  roundId: string
  inspectorId: string
  villageId: string
  confirmedAt: number
}

export type { StoredMark }

export interface ScorecardDoc {
  /** round:inspector:village */
  _id: string
  revision: number
  roundId: string
  inspectorId: string
  villageId: string
  marks: Record<string, StoredMark>
  /** What counts. A later change of marks does not touch it until it is submitted again. */
  submitted: {
    at: number
    hash: string
    sendId: string
    phone: string
    device: string
    marks: Record<string, number>
    /** It came after closing and two persons admitted it. */
    late?: boolean
  } | null
  /** By phone: its last submission that was decided here, so that one that comes again answers as it did. */
  submissions?: Record<string, LastSend & { at: number; hash: string }>
  /** Every photo that the marks name, so that progress can be told without reading a mark. Absent: none. */
  photos?: string[]
  /** Bounded: the last changes and the losers of conflicts. */
  history: PastChange[]
  touchedAt: number
  /** What else waited on the phone when it last sent something of this card. */
  waiting?: { count: number; at: number }
  /** Seconds the card was open, by phone: for the burden page only. */
  durations?: Record<string, number>
}

export interface LateDoc {
  /** The send id. */
  _id: string
  roundId: string
  memberId: string
  villageId: string
  action: 'arrive' | 'saveMarks' | 'submit' | 'deduct' | 'confirmDeduction'
  payload: unknown
  /** The phone's clock. */
  at: number
  receivedAt: number
  state: 'waiting' | 'admitted' | 'refused'
  /** By which proposal, and why it does not count; empty where it does. Absent while it waits. */
  decided?: { proposalId: string; at: number; why: string }
}

export interface DeductionDoc extends Omit<Deduction, 'confirmed' | 'revoked'> {
  /** The phone's id for it; `overdue:<round>:<finding>` where an overdue finding proposed itself. */
  _id: string
  revision: number
  roundId: string
  /** As stored: one that nobody confirmed before closing has lapsed without a write (src/domain/deduction-life.ts). */
  state: 'proposed' | 'confirmed' | 'appealed' | 'upheld' | 'revoked' | 'lapsed'
  text: string
  photos: string[]
  /** Member id; empty where it proposed itself. */
  proposer: string
  proposerName: string
  proposedAt: number
  /** The earlier round's finding it comes from. */
  findingId: string | null
  confirmer: string | null
  confirmerName: string | null
  confirmedAt: number | null
  appeal: { reason: string; by: string; byName: string; at: number; sendId: string } | null
  decision: {
    proposalId: string
    reason: string
    by: string
    byName: string
    agreedBy: string
    agreedByName: string
    at: number
  } | null
}

/** 问题. Followed up after the round; here it is recorded. */
export interface FindingDoc {
  /** The phone's id for it. */
  _id: string
  revision: number
  roundId: string
  roundNumber: number
  villageId: string
  source: 'round' | 'visit' | 'survey'
  category: FindingCategory
  text: string
  photos: RingedPhoto[]
  photosAfter: string[]
  state: 'reported' | 'assigned' | 'fixing' | 'submitted' | 'verified' | 'returned'
  dueOn: string | null
  by: string
  byName: string
  /** The phone's clock when it was recorded, never later than the server's. */
  at: number
  phone: string
  /** The send written last: an older one that arrives later changes nothing. */
  sendId: string
  sends: LastSends
  history: { at: number; by: string; state: string; text: string }[]
  /** Of a rehearsal: no real round is told of it. Absent: of a real one. */
  rehearsal?: true
}

/** 亮点. */
export interface HighlightDoc {
  _id: string
  revision: number
  roundId: string
  villageId: string
  itemId: string | null
  text: string
  photos: string[]
  by: string
  byName: string
  at: number
  phone: string
  sendId: string
  sends: LastSends
}

/** A file in cloud storage that something names. */
export interface FileDoc {
  /** The photo's id. */
  _id: string
  roundId: string
  villageId: string
  /** Member id. */
  uploader: string
  of: 'mark' | 'finding' | 'highlight' | 'deduction' | 'measurement'
  fileId: string
  bytes: number
  at: number
}

/** The survey's gate, read once a call: absent = closed. */
export interface SecretDoc {
  /** The round's id. */
  _id: string
  rehearsal: boolean
  /** 256 random bits in hex; dies at sealing. */
  secret: string
  number: number
  day: string
  organiser: string
  opensAt: number
  /** Null: closes with the round. */
  closedAt: number | null
  /** `onsite`: the planned stop's window as last changed, an hour wider on both sides; absent: no on-site code. */
  villages: { id: string; name: string; onsite?: { from: number; until: number } }[]
  survey: Scheme['survey']
  /** The settings' `surveyAudio`. */
  audio?: Record<string, string>
}

export interface AnswerDoc {
  /** SHA-256(round ‖ answer key). No time, no revision. */
  _id: string
  roundId: string
  villageId: string
  channel: Channel
  answers: Record<string, number>
  tooFast: boolean
  restored: boolean
  /** Not excluded by rule and enough answered: derived, so that live counts are one aggregate. So are the next two. */
  counts: boolean
  /** Units of a point; null: too few answered. */
  index: number | null
  /** The same level throughout (src/domain/straight-lining.ts). */
  straight: boolean
}
export interface BurstDoc {
  /** round:village */
  _id: string
  roundId: string
  /** Responses by minute of the day, `HH:MM`, approximate. */
  minutes: Record<string, number>
}

export interface SealedFile extends StoredFile {
  digest: string
}

/** A household card 一次性户码: what it says is nowhere, only its hash. */
export interface CardDoc {
  /** SHA-256(`card:` ‖ code): common/card-codes.ts. */
  _id: string
  roundId: string
  villageId: string
  used: boolean
}

/** What a villager wrote, unlinked; rewritten under new ids in another order at sealing. */
export interface VoiceDoc {
  /** Random. */
  _id: string
  roundId: string
  villageId: string
  text: string
  state: 'unchecked' | 'shown' | 'hidden'
  rewritten?: boolean
}

export interface SnapshotDoc {
  /** round:n */
  _id: string
  roundId: string
  n: number
  result: RoundResult
  digest: string
  /** The sealed inputs in cloud storage, each with the digest that recompute prints for it. `public`: seal/write.ts. */
  files: { audit: SealedFile; public: SealedFile | null }
  /** What the village pages show, computed at sealing from the same inputs. */
  details: RoundDetails
  /** How sure the order is, and whether the panel is sound. Absent in older snapshots. */
  certainty?: Certainty
  panel?: PanelQuality
  /** Since `previous`; null where there is none. */
  progress?: Progress | null
  /** What was sealed, card by card: every inspector's phone compares it with what it submitted. Absent in older snapshots. */
  cards?: {
    inspectorId: string
    villageId: string
    hash: string
    phone: string
    device: string
    at: number
    late: boolean
  }[]
  /** The survey's warnings as they stood at sealing, and all others. Absent in older snapshots. */
  warnings?: SurveyWarning[]
  review?: ReviewWarning[]
  /** 更正: it takes a former snapshot's place. Absent or null: the first. */
  correction?: { n: number; of: string; reason: string } | null
  /** The round's findings as they stood at sealing: how many in which category and state. Absent in older snapshots. */
  findings?: (Pick<FindingDoc, 'category' | 'state'> & { count: number })[]
  previous: { roundId: string; number: number; ranks: { villageId: string; rank: number; total: number }[] } | null
  /** The audit's lines up to a minute before the second person agreed. Absent in older snapshots. */
  audits?: AuditHead
  sealedBy: string
  agreedBy: string
  sealedAt: number
}

export interface AuditDoc {
  /** round:sendId */
  _id: string
  roundId: string | null
  memberId: string
  action: string
  on: string
  before: unknown
  after: unknown
  reason: string
  at: number
}
