/** Named parts of the contract: each carries its own bounds, so no action repeats them. */
import * as z from 'zod/mini'

/** Ids that people or the importer gave: ASCII, so that they fit a mini-program code and a URL. */
const id = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/), z.maxLength(most))

export const RoundId = id(32)
export const VillageId = id(16)
export const MemberId = id(32)
export const DistrictId = id(32)
export const SchemeId = id(32)
/** An indicator's or a demonstration goal's id: what a mark belongs to. */
export const ItemId = id(32)
/** A line of the scheme's catalogue of deductions. */
export const DeductionItemId = id(32)
/** Cloud storage's own name of a file. */
export const FileId = z.string().check(z.regex(/^cloud:\/\/[\x21-\x7e]+$/), z.maxLength(300))
/** One send of one phone, 21 random characters; the same id again is the same send. */
export const SendId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,32}$/))
/** One installation of the mini-program, random; tells two phones of one person apart, never a person. */
export const PhoneId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,32}$/))
/** What people call that phone (its model), so that a person can tell two of theirs apart. */
export const Device = z.string().check(z.maxLength(40))
/** A photo, by the 21 random characters its phone gave it before it was uploaded. */
export const PhotoId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,32}$/))
export const Photos = z.array(PhotoId).check(z.maxLength(6))
/** Deductions, findings, highlights: the phone that recorded it gave the id, so a retry is the same one. */
export const RecordId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,32}$/))
/** A deduction as it is stored: a phone's, an imported one, or `overdue:…`, which no phone can give. */
export const DeductionId = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/))
/** A send kept after closing, as it is stored: its send id, or what it is (`arrive:…`, `confirm:…`). */
export const LateId = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,160}$/))
/** 128 random bits in hex that the villager's phone makes and keeps. */
export const AnswerKey = z.string().check(z.regex(/^[0-9a-f]{32}$/))
/** A proposal is called by the send that made it. */
export const ProposalId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,32}$/))
export const Digest = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/))

/** Milliseconds since 1970. */
export const At = z.number().check(z.int(), z.gte(0), z.lte(8_640_000_000_000_000))
/** A day in Asia/Shanghai. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
/** A time of day in Asia/Shanghai. */
export const Clock = z.string().check(z.regex(/^\d{2}:\d{2}$/))
/** A mark as typed: at most four decimals are checked by the rule, the bounds here keep nonsense out. */
export const Mark = z.number().check(z.gte(0), z.lte(1000))
export const Note = z.string().check(z.maxLength(300))
/** What was seen, in the inspector's own words. */
export const Text = z.string().check(z.minLength(2), z.maxLength(500))
export const Reason = z.string().check(z.minLength(2), z.maxLength(300))
/** Launch scene as WeChat numbers it (1047: code scanned by camera). */
export const Scene = z.number().check(z.int(), z.gte(0), z.lte(99_999))
/** A household card's code: 12 characters (60 bits) of an alphabet without look-alikes, groups and case as typed. */
export const CardCode = z.string().check(z.minLength(12), z.maxLength(20))
/** What a villager wrote to the open question. */
export const Voice = z.string().check(z.minLength(1), z.maxLength(200))
/** What a village's code carries: at most 32 characters, as getUnlimited allows. */
export const Code = z.string().check(z.minLength(1), z.maxLength(32))
/** 1/10 000 mark. */
export const Units = z.number().check(z.int())
export const Count = z.number().check(z.int(), z.gte(0))

export const Role = z.enum(['administrator', 'leader', 'inspector', 'officer', 'reader'])
export type Role = z.infer<typeof Role>

export const RoundState = z.enum(['draft', 'ready', 'running', 'closed', 'sealing', 'sealed', 'announced', 'archived'])
export type RoundState = z.infer<typeof RoundState>

export const Theme = z.enum(['red', 'green', 'gold', 'heritage'])
export const StopState = z.enum(['planned', 'skipped'])

/** What every screen says of a round. */
export const RoundHead = z.strictObject({
  id: RoundId,
  number: z.number().check(z.int(), z.gte(1)),
  day: Day,
  state: RoundState,
  rehearsal: z.boolean(),
})
export type RoundHead = z.infer<typeof RoundHead>

/** A village as a list shows it. */
export const VillageHead = z.strictObject({
  id: VillageId,
  name: z.string(),
  town: z.string(),
  districtId: z.string(),
  themes: z.array(Theme),
})
export type VillageHead = z.infer<typeof VillageHead>
