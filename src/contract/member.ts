import * as z from 'zod/mini'
import { calls } from './calls'
import { DeductionState } from './deductions'
import {
  At,
  Code,
  Digest,
  DistrictId,
  MemberId,
  ProposalId,
  Role,
  RoundHead,
  RoundId,
  Scene,
  SendId,
  VillageHead,
  VillageId,
} from './parts'

/** One question of the survey as the phone shows it. */
export const Question = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** A recording of the question read aloud, good for an hour; null where the scheme names none. */
  audio: z.nullable(z.string()),
})
export const Level = z.strictObject({ value: z.number(), label: z.string(), unknown: z.boolean() })

/** All that a villager's phone needs, cover to thanks. */
export const SurveyForm = z.strictObject({
  roundId: RoundId,
  roundNumber: z.number(),
  closesDay: z.string(),
  organiser: z.string(),
  village: z.strictObject({ id: VillageId, name: z.string() }),
  questions: z.array(Question),
  levels: z.array(Level),
  /** Least share of questions answered with a level that counts, 0…1. */
  minAnswered: z.number(),
  /** The open question at the end, or null. */
  openQuestion: z.nullable(z.string()),
})
export type SurveyForm = z.infer<typeof SurveyForm>

/** Where a scan leads, with what the first screen needs (docs/domain.md, One village, one code). */
export const Destination = z.discriminatedUnion('go', [
  /** `answered`: this account has a ballot; the phone that holds the key may answer again. */
  z.strictObject({ go: z.literal('survey'), form: SurveyForm, answered: z.boolean(), counted: z.boolean() }),
  z.strictObject({
    go: z.literal('surveyClosed'),
    reason: z.enum(['notOpen', 'closed']),
    village: z.nullable(z.strictObject({ id: VillageId, name: z.string() })),
    opensAt: z.nullable(At),
  }),
  /** After announcing, for everybody without another screen: the village's public page. */
  z.strictObject({ go: z.literal('public'), round: RoundHead, village: VillageHead }),
  /** A member whom this village's survey does not want and who has no screen for it yet. */
  z.strictObject({ go: z.literal('hasRole'), village: z.strictObject({ id: VillageId, name: z.string() }) }),
  z.strictObject({
    go: z.literal('arrival'),
    round: RoundHead,
    village: VillageHead,
    recused: z.boolean(),
    isCurrentStop: z.boolean(),
  }),
  /** An officer of this village: what waits for an answer. */
  z.strictObject({ go: z.literal('tasks'), round: RoundHead, village: VillageHead }),
  z.strictObject({ go: z.literal('village'), round: z.nullable(RoundHead), village: VillageHead }),
])
export type Destination = z.infer<typeof Destination>

/** What waits for a second person (双人). */
export const Proposal = z.strictObject({
  id: ProposalId,
  kind: z.enum(['seal', 'exportAudit', 'decideAppeal', 'restore', 'admitLate', 'acceptVillage', 'correct', 'reopen']),
  roundId: RoundId,
  by: MemberId,
  byName: z.string(),
  at: At,
  /** SHA-256 of what it changes, as it stood when it was proposed. */
  hash: Digest,
  reason: z.string(),
  /** What it is about, in words; empty where the kind says it all. */
  about: z.string(),
  agreedBy: z.nullable(MemberId),
  agreedByName: z.nullable(z.string()),
  /** Whether the caller may agree now. */
  mayAgree: z.boolean(),
  isMine: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>

/** `scope`: `city`, a district's id, a village's id, or a town's name, as the role goes (docs/domain.md, People). */
export const HeldRole = z.strictObject({ role: Role, scope: z.string().check(z.minLength(1), z.maxLength(32)) })
export type HeldRole = z.infer<typeof HeldRole>

/** A person as administrators see them, bound to a WeChat account or not yet. */
export const KeptMember = z.strictObject({
  memberId: MemberId,
  name: z.string(),
  roles: z.array(z.strictObject({ ...HeldRole.shape, scopeName: z.string() })),
  districtId: z.nullable(z.string()),
  /** Null: no phone is bound. */
  boundAt: z.nullable(At),
  /** Nobody any more, and kept to be told apart or taken in again; roles and district are as they were. */
  revoked: z.boolean(),
  /** The last invite while nobody has taken it: open, past its time, or dead by wrong names. The code itself is nowhere. */
  invite: z.nullable(z.strictObject({ issuedByName: z.string(), issuedAt: At, expiresAt: At, wrongNames: z.number() })),
  revision: z.number(),
})
export type KeptMember = z.infer<typeof KeptMember>

export const member = calls({
  /** Binds this WeChat account to the person an invite is for. The same account again is bound already. */
  bind: {
    in: z.strictObject({
      code: z.string().check(z.minLength(1), z.maxLength(40)),
      name: z.string().check(z.minLength(1), z.maxLength(30)),
    }),
    out: z.strictObject({ memberId: MemberId, name: z.string() }),
    /** `wrongName` tells in `left` how many tries the code has. */
    fails: ['unknownInvite', 'wrongName', 'alreadyMember'],
  },
  members: {
    in: z.strictObject({}),
    out: z.strictObject({
      members: z.array(KeptMember),
      districts: z.array(z.strictObject({ id: DistrictId, name: z.string() })),
      /** For an officer's scope. */
      villages: z.array(VillageHead),
      at: At,
    }),
    fails: [],
  },
  /** A new person (`revision` null) or another name, district, roles; roles act at once. */
  saveMember: {
    in: z.strictObject({
      memberId: MemberId,
      name: z.string().check(z.minLength(1), z.maxLength(30)),
      roles: z.array(HeldRole).check(z.minLength(1), z.maxLength(10)),
      districtId: z.nullable(DistrictId),
      revision: z.nullable(z.number()),
      sendId: SendId,
    }),
    out: z.strictObject({ revision: z.number() }),
    fails: ['changed', 'notFound', 'lastAdministrator'],
  },
  /** A code for a person's first or new phone; an open one of theirs is dead from now on. The code is told once. */
  invite: {
    in: z.strictObject({ memberId: MemberId, sendId: SendId }),
    out: z.strictObject({
      /** In groups, as it is read out. */
      code: z.string(),
      name: z.string(),
      expiresAt: At,
      /** The mini-program code that opens it; null where WeChat draws none now. */
      picture: z.nullable(z.strictObject({ contentType: z.string(), base64: z.string() })),
    }),
    fails: ['notFound'],
  },
  /** Ends a person's binding, roles and open invite, at once. */
  revoke: {
    in: z.strictObject({ memberId: MemberId, sendId: SendId }),
    out: z.strictObject({ revoked: z.literal(true) }),
    fails: ['notFound', 'lastAdministrator'],
  },

  enter: {
    in: z.strictObject({ code: Code, scene: Scene }),
    out: Destination,
    fails: ['unknownCode'],
  },
  me: {
    in: z.strictObject({}),
    out: z.strictObject({
      member: z.nullable(
        z.strictObject({
          memberId: MemberId,
          name: z.string(),
          /** `scopeName` in words: 全市, a district's, a village's or a town's name. */
          roles: z.array(z.strictObject({ role: Role, scope: z.string(), scopeName: z.string() })),
          districtId: z.nullable(z.string()),
          districtName: z.string(),
          boundAt: At,
        }),
      ),
      /** Newest first; a person without a role gets none. */
      rounds: z.array(
        z.strictObject({
          ...RoundHead.shape,
          onPanel: z.boolean(),
          closedAt: z.nullable(At),
          mayReadBoard: z.boolean(),
        }),
      ),
      proposals: z.array(Proposal),
      /** For an officer: their villages' deductions of the round at hand that were confirmed; newest first. */
      notices: z.array(
        z.strictObject({
          roundId: RoundId,
          villageId: VillageId,
          villageName: z.string(),
          deductionId: z.string(),
          title: z.string(),
          state: DeductionState,
          appealUntil: z.nullable(At),
        }),
      ),
      at: At,
    }),
    fails: [],
  },
})
