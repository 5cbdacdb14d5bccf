import * as z from 'zod/mini'
import { calls } from './calls'
import { Deduction } from './deductions'
import { Proposal } from './member'
import {
  At,
  Count,
  Day,
  DeductionId,
  DeductionItemId,
  Device,
  Digest,
  FileId,
  ItemId,
  Mark,
  Note,
  PhoneId,
  PhotoId,
  Photos,
  Reason,
  RecordId,
  RoundId,
  SendId,
  Text,
  VillageId,
} from './parts'

/** One touch of the stepper, the note or the camera, with the revision it was based on (0: no mark yet). */
export const MarkChange = z.strictObject({
  itemId: ItemId,
  mark: z.nullable(Mark),
  note: Note,
  photos: Photos,
  base: z.number().check(z.int(), z.gte(0)),
})
export type MarkChange = z.infer<typeof MarkChange>

export const MarkVersion = z.strictObject({
  mark: z.nullable(Mark),
  note: Note,
  photos: Photos,
  revision: z.number().check(z.int(), z.gte(0)),
  at: At,
  /** The phone it was typed on, by its model. */
  device: Device,
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

/** A card as it was sealed, told to its own inspector: what their phone compares its own last submission with. */
export const SealedCard = z.strictObject({
  villageId: VillageId,
  hash: Digest,
  marks: z.record(ItemId, z.number()),
  /** The submission that was sealed: which phone, when, and whether it was admitted late. */
  phone: PhoneId,
  device: Device,
  at: At,
  late: z.boolean(),
})
export type SealedCard = z.infer<typeof SealedCard>

/** A send of mine that came after closing: counts only if two persons admit it. */
export const LateSend = z.strictObject({
  sendId: z.string(),
  villageId: VillageId,
  action: z.enum(['arrive', 'saveMarks', 'submit', 'deduct', 'confirmDeduction']),
  /** The phone's clock when it was done. */
  at: At,
  receivedAt: At,
  state: z.enum(['waiting', 'admitted', 'refused']),
  /** Why it does not count; empty unless refused. */
  why: z.string(),
})
export type LateSend = z.infer<typeof LateSend>

/** A photo of a finding, with the ring that says where to look (细节), in thousandths of width and height. */
const Thousandth = z.number().check(z.int(), z.gte(0), z.lte(1000))
export const RingedPhoto = z.strictObject({
  id: PhotoId,
  ring: z.nullable(z.strictObject({ x: Thousandth, y: Thousandth })),
})
export type RingedPhoto = z.infer<typeof RingedPhoto>

export const FindingCategory = z.enum(['detail', 'environment', 'facility', 'service', 'record', 'other'])
export type FindingCategory = z.infer<typeof FindingCategory>

/** A finding as pages tell it: no name, no photo, no time. */
export const ShownFinding = z.strictObject({
  category: FindingCategory,
  text: z.string(),
  state: z.enum(['reported', 'assigned', 'fixing', 'submitted', 'verified', 'returned']),
  roundNumber: z.number(),
  dueOn: z.nullable(Day),
})
export type ShownFinding = z.infer<typeof ShownFinding>

export const ShownHighlight = z.strictObject({ text: z.string() })
export type ShownHighlight = z.infer<typeof ShownHighlight>

/** What every send of an inspector's phone says of itself. */
const sent = { roundId: RoundId, villageId: VillageId, sendId: SendId, phone: PhoneId, at: At }
/** How many things still wait on that phone beside this send, as the administrator sees before closing. */
const waiting = Count

const mayNotScore = ['wrongState', 'outOfScope', 'recused', 'notFound'] as const

export const scoring = calls({
  arrive: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId, at: At }),
    out: z.strictObject({ confirmedAt: At, late: z.boolean() }),
    fails: mayNotScore,
  },
  saveMarks: {
    in: z.strictObject({
      ...sent,
      device: Device,
      waiting,
      changes: z.array(MarkChange).check(z.minLength(1), z.maxLength(100)),
    }),
    out: z.strictObject({
      saved: z.record(ItemId, MarkVersion),
      /** Changed on another phone meanwhile: what stands there. Nothing of these was written. */
      conflicts: z.record(ItemId, MarkVersion),
      /** True: the round had closed, the send was kept as late work. */
      late: z.boolean(),
    }),
    fails: [...mayNotScore, 'changed'],
  },
  submit: {
    in: z.strictObject({
      ...sent,
      device: Device,
      waiting,
      /** Seconds this card was open on this phone, for the burden page only. */
      seconds: z.number().check(z.int(), z.gte(0), z.lte(86_400)),
      /** The card as the phone shows it: what is submitted is what was seen. */
      marks: z.record(ItemId, z.strictObject({ mark: Mark, note: Note, photos: Photos })),
    }),
    out: z.strictObject({ submittedAt: At, hash: Digest, late: z.boolean() }),
    fails: [...mayNotScore, 'changed', 'incomplete', 'noteMissing'],
  },
  /** My own cards and arrivals; once sealed, my cards as they were sealed. */
  mine: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({
      cards: z.array(Scorecard),
      arrivals: z.record(VillageId, At),
      late: z.array(LateSend),
      /** Null before sealing. */
      sealed: z.nullable(z.array(SealedCard)),
    }),
    fails: [],
  },

  finding: {
    in: z.strictObject({
      ...sent,
      findingId: RecordId,
      category: FindingCategory,
      text: Text,
      photos: z.array(RingedPhoto).check(z.maxLength(6)),
    }),
    out: z.strictObject({ kept: z.literal(true), reportedAt: At }),
    fails: ['wrongState', 'outOfScope', 'notFound', 'changed'],
  },
  highlight: {
    in: z.strictObject({
      ...sent,
      highlightId: RecordId,
      /** The indicator or goal it speaks for. */
      itemId: z.nullable(ItemId),
      text: Text,
      photos: Photos,
    }),
    out: z.strictObject({ kept: z.literal(true), reportedAt: At }),
    fails: ['wrongState', 'outOfScope', 'notFound', 'changed'],
  },
  /** The photo is in cloud storage: from here on it is no longer missing. */
  photo: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      photoId: PhotoId,
      fileId: FileId,
      bytes: z.number().check(z.int(), z.gte(1), z.lte(2_000_000)),
      of: z.enum(['mark', 'finding', 'highlight', 'deduction']),
    }),
    out: z.strictObject({ kept: z.literal(true) }),
    fails: ['wrongState', 'notFound', 'outOfScope'],
  },

  deduct: {
    in: z.strictObject({
      ...sent,
      deductionId: RecordId,
      itemId: DeductionItemId,
      occurrences: z.number().check(z.int(), z.gte(1), z.lte(99)),
      /** What was seen. */
      text: Text,
      photos: Photos,
    }),
    out: z.strictObject({ kept: z.literal(true), late: z.boolean() }),
    fails: [...mayNotScore, 'changed'],
  },
  confirmDeduction: {
    in: z.strictObject({ ...sent, deductionId: DeductionId }),
    /** `confirmedAt` null: kept as late work. */
    out: z.strictObject({ confirmedAt: z.nullable(At), late: z.boolean() }),
    fails: [...mayNotScore, 'samePerson', 'sameDistrict', 'settled'],
  },
  appeal: {
    in: z.strictObject({ roundId: RoundId, deductionId: DeductionId, sendId: SendId, reason: Reason }),
    out: z.strictObject({ deduction: Deduction }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'expired', 'settled'],
  },
  /** Proposes; the second person agrees by round.agree. */
  decideAppeal: {
    in: z.strictObject({
      roundId: RoundId,
      deductionId: DeductionId,
      sendId: SendId,
      outcome: z.enum(['upheld', 'revoked']),
      reason: Reason,
    }),
    out: z.strictObject({ proposal: Proposal }),
    fails: ['wrongState', 'notFound', 'alreadyProposed', 'settled'],
  },
  /** Administrators: all. An officer: their villages', from the confirmation on. An inspector: theirs, those they may confirm, and those whose appeal they help decide. */
  deductions: {
    in: z.strictObject({ roundId: RoundId, villageId: z.nullable(VillageId) }),
    out: z.strictObject({ deductions: z.array(Deduction), at: At }),
    fails: ['wrongState', 'notFound', 'outOfScope'],
  },
})
