import * as z from 'zod/mini'
import { At, Count, DeductionId, DeductionItemId, ProposalId, Units, VillageId } from './parts'

/** `lapsed`: nobody confirmed it before closing. `upheld`: it stands after an appeal. */
export const DeductionState = z.enum(['proposed', 'confirmed', 'appealed', 'upheld', 'revoked', 'lapsed'])
export type DeductionState = z.infer<typeof DeductionState>

/** A deduction as one of its readers sees it (docs/domain.md, Deductions). */
export const Deduction = z.strictObject({
  id: DeductionId,
  villageId: VillageId,
  villageName: z.string(),
  itemId: DeductionItemId,
  title: z.string(),
  /** Marks off for one occurrence, and at most for this item, as the catalogue says. */
  marks: Units,
  cap: Units,
  occurrences: Count,
  text: z.string(),
  /** `url` is good for an hour; null: not uploaded yet, or not asked for. */
  photos: z.array(z.strictObject({ id: z.string(), url: z.nullable(z.string()) })),
  /** `overdue`: an earlier round's finding, overdue and not verified, proposed by itself. */
  source: z.enum(['inspector', 'overdue']),
  state: DeductionState,
  proposedAt: At,
  /** Empty for a deduction that proposed itself. */
  proposerName: z.string(),
  isMine: z.boolean(),
  confirmerName: z.nullable(z.string()),
  confirmedAt: z.nullable(At),
  /** The village may appeal until then; null before it is confirmed. */
  appealUntil: z.nullable(At),
  appeal: z.nullable(z.strictObject({ reason: z.string(), byName: z.string(), at: At })),
  decision: z.nullable(z.strictObject({ reason: z.string(), byName: z.string(), agreedByName: z.string(), at: At })),
  /** A decision that waits for its second person. */
  proposalId: z.nullable(ProposalId),
  /** What the reader may do now. */
  may: z.strictObject({ confirm: z.boolean(), appeal: z.boolean(), decide: z.boolean() }),
  /** Why the reader may not confirm it, in words; empty where they may or it is not asked. */
  whyNotConfirm: z.string(),
})
export type Deduction = z.infer<typeof Deduction>
