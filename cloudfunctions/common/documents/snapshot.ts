import type { AuditHead } from '../../../src/domain/audit-chain'
import type { Certainty } from '../../../src/domain/certainty'
import type { FormerFigures } from '../../../src/domain/former-figures'
import type { PanelQuality } from '../../../src/domain/panel-quality'
import type { Progress } from '../../../src/domain/progress'
import type { ReviewWarning } from '../../../src/domain/review-warnings'
import type { RoundResult } from '../../../src/domain/round-result'
import type { SurveyWarning } from '../../../src/domain/survey-warnings'
import type { RoundDetails } from '../../../src/domain/village-details'
import type { StoredFile } from './file'
import type { FindingDoc } from './finding'

export interface SealedFile extends StoredFile {
  digest: string
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
  previous: {
    roundId: string
    number: number
    ranks: { villageId: string; rank: number; total: number }[]
    /** Absent in older snapshots, and where the former round's file could not be read. */
    figures?: FormerFigures[]
  } | null
  /** The audit's lines up to a minute before the second person agreed. Absent in older snapshots. */
  audits?: AuditHead
  sealedBy: string
  agreedBy: string
  sealedAt: number
}
