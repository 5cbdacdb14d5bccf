import * as z from 'zod/mini'
import { calls } from './calls'
import { AnswerKey, Code, RoundId, Scene, VillageId } from './parts'

export const survey = calls({
  answer: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      key: AnswerKey,
      scene: Scene,
      /** What the scanned code carried: an inspector's phone's code holds a token beside the village. */
      code: z.optional(Code),
      /** Item id to level value; an item left out is unanswered. */
      answers: z.record(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,16}$/)), z.number().check(z.int())),
      /** Seconds from the first question to the last, told by the phone; only whether it was too fast is kept. */
      seconds: z.number().check(z.gte(0), z.lte(86_400)),
      adult: z.literal(true),
    }),
    /** `counted`: whether the channel is scored. Nothing of the answer comes back. */
    out: z.strictObject({ received: z.literal(true), replaced: z.boolean(), counted: z.boolean() }),
    fails: ['hasRole', 'notOpen', 'closed', 'alreadyAnswered', 'otherVillage', 'unknownCode'],
  },
})
