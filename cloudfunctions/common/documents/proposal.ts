import type { GoalWords } from '../../../src/domain/corrections'
import type { ExclusionReason } from '../../../src/domain/survey-warnings'

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
