import * as z from 'zod/mini'
import { Count, ItemId, Units } from './parts'

const Sentences = z.array(z.string())

/** plain + correction + clamped = adjusted; `working` are the sums that give `plain`. */
const CardLine = z.strictObject({
  /** 评委 F, or by name for administrators. */
  inspector: z.string(),
  working: Sentences,
  plain: Units,
  correction: Units,
  clamped: Units,
  adjusted: Units,
  dropped: z.nullable(z.enum(['highest', 'lowest'])),
})
export type CardLine = z.infer<typeof CardLine>

/** A measured fact with its mark, or a goal with its difficulty and no mark of its own. */
const ItemLine = z.strictObject({
  id: ItemId,
  title: z.string(),
  detail: z.string(),
  mark: z.nullable(Units),
  full: Units,
})
export type ItemLine = z.infer<typeof ItemLine>

const DeductionLine = z.strictObject({
  itemId: ItemId,
  title: z.string(),
  occurrences: Count,
  each: Units,
  cap: Units,
  marks: Units,
})

/** Each to 0.01; `rounding` is what the total differs by from the sum of the others. */
const ShownSum = z.strictObject({
  common: Units,
  demonstration: Units,
  satisfaction: Units,
  deductions: Units,
  total: Units,
  rounding: Units,
})
export type ShownSum = z.infer<typeof ShownSum>

/** What src/domain/explanation.ts answers: six steps in this order, or the one that says why a village is deferred. */
export const ExplainedStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['common', 'demonstration']),
    value: Units,
    sentences: Sentences,
    items: z.array(ItemLine),
    cards: z.array(CardLine),
  }),
  z.strictObject({ kind: z.literal('satisfaction'), value: Units, sentences: Sentences }),
  z.strictObject({ kind: z.literal('deductions'), value: Units, sentences: Sentences, lines: z.array(DeductionLine) }),
  z.strictObject({ kind: z.literal('total'), value: Units, sentences: Sentences, shown: ShownSum }),
  z.strictObject({ kind: z.literal('order'), rank: Count, sentences: Sentences }),
  z.strictObject({ kind: z.literal('deferred'), sentences: Sentences }),
])
export type ExplainedStep = z.infer<typeof ExplainedStep>
