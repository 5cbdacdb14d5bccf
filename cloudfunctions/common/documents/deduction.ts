import type { Deduction } from '../../../src/domain/round-file'

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
