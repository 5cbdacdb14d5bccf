import * as z from 'zod/mini'
import { calls } from './calls'
import { At, Digest, ItemId, Mark, Note, PhoneId, RoundId, SendId, VillageId } from './parts'

/** One touch of the stepper or the note, with the revision it was based on (0: no mark yet). */
export const MarkChange = z.strictObject({
  itemId: ItemId,
  mark: z.nullable(Mark),
  note: Note,
  base: z.number().check(z.int(), z.gte(0)),
})
export type MarkChange = z.infer<typeof MarkChange>

export const MarkVersion = z.strictObject({
  mark: z.nullable(Mark),
  note: Note,
  revision: z.number().check(z.int(), z.gte(0)),
  at: At,
})
export type MarkVersion = z.infer<typeof MarkVersion>

/** A scorecard as its inspector sees it. */
export const Scorecard = z.strictObject({
  roundId: RoundId,
  villageId: VillageId,
  state: z.enum(['draft', 'submitted']),
  marks: z.record(ItemId, MarkVersion),
  /** What counts: the last submitted version, or null. */
  submitted: z.nullable(z.strictObject({ at: At, hash: Digest, marks: z.record(ItemId, z.number()) })),
})
export type Scorecard = z.infer<typeof Scorecard>

export const scoring = calls({
  arrive: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId, at: At }),
    out: z.strictObject({ confirmedAt: At, late: z.boolean() }),
    fails: ['wrongState', 'outOfScope', 'recused', 'notFound'],
  },
  saveMarks: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      sendId: SendId,
      phone: PhoneId,
      at: At,
      changes: z.array(MarkChange).check(z.minLength(1), z.maxLength(100)),
    }),
    out: z.strictObject({
      saved: z.record(ItemId, MarkVersion),
      /** Changed on another phone meanwhile: what stands there. Nothing of these was written. */
      conflicts: z.record(ItemId, MarkVersion),
      /** True: the round had closed, the send was kept as late work. */
      late: z.boolean(),
    }),
    fails: ['wrongState', 'outOfScope', 'recused', 'notFound', 'changed'],
  },
  submit: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      sendId: SendId,
      phone: PhoneId,
      at: At,
      /** The card as the phone shows it: what is submitted is what was seen. */
      marks: z.record(ItemId, z.strictObject({ mark: Mark, note: Note })),
    }),
    out: z.strictObject({ submittedAt: At, hash: Digest, late: z.boolean() }),
    fails: ['wrongState', 'outOfScope', 'recused', 'notFound', 'changed', 'incomplete', 'noteMissing'],
  },
  mine: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({
      cards: z.array(Scorecard),
      arrivals: z.record(VillageId, At),
    }),
    fails: [],
  },
})
