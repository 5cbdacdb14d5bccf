import * as z from 'zod/mini'
import { calls } from './calls'
import { SurveyForm } from './member'
import { AnswerKey, At, CardCode, Code, Count, RoundHead, RoundId, Scene, VillageHead, VillageId, Voice } from './parts'
import { ShownFinding, ShownHighlight } from './scoring'

/** Item id to level value; an item left out is unanswered. */
const answers = z.record(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,16}$/)), z.number().check(z.int()))
/** Seconds from the first question to the last, told by the phone; only whether it was too fast is kept. */
const seconds = z.number().check(z.gte(0), z.lte(86_400))

/** Nothing of the answer comes back. `uncounted`: why it is read but not counted; null: it counts. */
const Receipt = z.strictObject({
  received: z.literal(true),
  replaced: z.boolean(),
  counted: z.boolean(),
  uncounted: z.nullable(z.enum(['channel', 'tooFast', 'tooFewAnswers'])),
})
export type Receipt = z.infer<typeof Receipt>

/** A village's public page: nothing of fewer than 5 people, and no two figures whose difference would be. */
export const PublicPage = z.strictObject({
  round: RoundHead,
  village: VillageHead,
  /** Null where it was deferred. */
  rank: z.nullable(z.number()),
  villages: Count,
  survey: z.nullable(
    z.strictObject({
      /** Valid responses, 5 at least. */
      valid: Count,
      /** Of 100 who answered the overall item, so many were 基本满意 or better. */
      satisfiedOf100: z.nullable(z.number()),
      /** Fewer than 5 people, or none, are on the other side: at least (至少), or at most, so many. */
      satisfiedBound: z.nullable(z.enum(['least', 'most'])),
      /** Item by item. */
      items: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          /** Whole points 0…100; null where fewer than 5 answered or a difference would tell. */
          mean: z.nullable(z.number()),
          /** 不了解, of 100 valid responses; null where fewer than 5 answered, or fewer than 5 did not. */
          unansweredOf100: z.nullable(z.number()),
        }),
      ),
    }),
  ),
  findings: z.array(ShownFinding),
  highlights: z.array(ShownHighlight),
})
export type PublicPage = z.infer<typeof PublicPage>

export const survey = calls({
  answer: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      key: AnswerKey,
      scene: Scene,
      /** What the scanned code carried: an inspector's phone's code holds a token beside the village. */
      code: z.optional(Code),
      answers,
      seconds,
      adult: z.literal(true),
      /** Taken only with a first answer, kept apart from it. */
      voice: z.optional(Voice),
    }),
    out: Receipt,
    fails: ['hasRole', 'notOpen', 'closed', 'alreadyAnswered', 'otherVillage', 'unknownCode'],
  },
  /** A household card's code, before the questions: which village, and its form. Writes nothing. */
  openCard: {
    in: z.strictObject({ code: CardCode }),
    out: z.strictObject({ form: SurveyForm }),
    fails: ['hasRole', 'notOpen', 'closed', 'unknownCard', 'cardUsed'],
  },
  answerByCard: {
    in: z.strictObject({
      code: CardCode,
      /** Of this filling-in: a retry carries the same, and nothing keeps it on the phone afterwards. */
      key: AnswerKey,
      answers,
      seconds,
      adult: z.literal(true),
      voice: z.optional(Voice),
    }),
    out: Receipt,
    fails: ['hasRole', 'notOpen', 'closed', 'unknownCard', 'cardUsed'],
  },
  /** What villagers wrote, shuffled, without time; only where there are 5 at least, after sealing. */
  voices: {
    in: z.strictObject({ roundId: RoundId, villageId: VillageId }),
    out: z.strictObject({
      round: RoundHead,
      village: VillageHead,
      voices: z.array(z.string()),
      hidden: z.boolean(),
      at: At,
    }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'recused'],
  },
  publicPage: {
    in: z.strictObject({ villageId: VillageId }),
    out: PublicPage,
    fails: ['wrongState', 'notFound'],
  },
})
