/**
 * 试点: what every round stands on: districts and villages, schemes, and a draft round's goals and measured facts; and the
 * Excel files in which a city hands them over.
 */
import * as z from 'zod/mini'
import { calls } from './calls'
import {
  At,
  Count,
  DeductionItemId,
  DistrictId,
  FileId,
  ItemId,
  MemberId,
  PhotoId,
  Reason,
  Role,
  RoundHead,
  RoundId,
  SchemeId,
  SendId,
  Theme,
  VillageHead,
  VillageId,
} from './parts'

const short = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))
/** What two people may change: the revision somebody saw, null where they make it new. */
const Revision = z.nullable(z.number().check(z.int(), z.gte(1)))

export const District = z.strictObject({ id: DistrictId, name: short(30) })
export type District = z.infer<typeof District>

/** 包联责任: who answers for a village; `memberId` where they have (or will have) an account, else null. */
export const Responsibility = z.strictObject({
  duty: short(40),
  title: short(40),
  name: short(30),
  unit: z.string().check(z.maxLength(60)),
  memberId: z.nullable(MemberId),
})
export type Responsibility = z.infer<typeof Responsibility>

/** A village as the programme keeps it. */
export const Village = z.strictObject({
  id: VillageId,
  name: short(30),
  town: short(30),
  districtId: DistrictId,
  themes: z.array(Theme).check(z.maxLength(4)),
  households: z.number().check(z.int(), z.gte(1), z.lte(100_000)),
  population: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(1_000_000))),
  /** Of them of age: more responses than this are worth a look. */
  adults: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(1_000_000))),
  /** Degrees; null: unknown, then it takes no part in the suggested order of the route. */
  location: z.nullable(
    z.strictObject({
      longitude: z.number().check(z.gte(-180), z.lte(180)),
      latitude: z.number().check(z.gte(-90), z.lte(90)),
    }),
  ),
  profile: z.string().check(z.maxLength(500)),
  responsibilities: z.array(Responsibility).check(z.maxLength(30)),
})
export type Village = z.infer<typeof Village>

export const KeptVillage = z.strictObject({
  ...Village.shape,
  revision: z.number(),
  /** Some round names it: it stays. */
  inUse: z.boolean(),
})
export type KeptVillage = z.infer<typeof KeptVillage>

// ── The scheme: ROUND_FILE's rules, whose bounds are the domain's to judge, and settings that enter no file. ──

/** A number of the rules; what each may be, src/domain/scheme-faults.ts says where it stands. */
const number = z.number().check(z.gte(-1_000_000_000), z.lte(1_000_000_000))
const text = (most: number) => z.string().check(z.maxLength(most))
const indicator = {
  id: ItemId,
  title: text(80),
  actionId: text(32),
  revitalisation: text(32),
  full: number,
  step: number,
}
export const Indicator = z.discriminatedUnion('kind', [
  z.strictObject({
    ...indicator,
    kind: z.literal('judged'),
    rubric: z.array(z.strictObject({ mark: number, text: text(200) })).check(z.maxLength(12)),
  }),
  z.strictObject({
    ...indicator,
    kind: z.literal('measured'),
    unit: text(40),
    bands: z.array(z.strictObject({ from: z.nullable(number), mark: number })).check(z.maxLength(20)),
  }),
])

export const SchemeRules = z.strictObject({
  id: SchemeId,
  version: z.number().check(z.int(), z.gte(1), z.lte(999)),
  title: text(80),
  weights: z.strictObject({ common: number, demonstration: number, satisfaction: number }),
  deductionCap: number,
  minInspectors: number,
  trimFrom: number,
  severityAdjustment: z.enum(['auto', 'always', 'never']),
  outlierCut: z.nullable(number),
  certainty: z.strictObject({ draws: number, level: number, flip: number }),
  actions: z.array(z.strictObject({ id: text(32), title: text(40) })).check(z.maxLength(40)),
  indicators: z.array(Indicator).check(z.maxLength(120)),
  deductionItems: z
    .array(z.strictObject({ id: DeductionItemId, title: text(80), marks: number, cap: number }))
    .check(z.maxLength(60)),
  survey: z.strictObject({
    levels: z
      .array(z.strictObject({ value: number, label: text(12), points: z.nullable(number) }))
      .check(z.maxLength(10)),
    items: z.array(z.strictObject({ id: ItemId, title: text(80), weight: number })).check(z.maxLength(30)),
    overallItem: text(32),
    minAnswered: number,
    passMark: number,
    quota: z.strictObject({ share: number, min: number, max: number }),
    minResponses: number,
    scoredChannels: z.array(z.enum(['onsite', 'card', 'poster', 'picture'])).check(z.maxLength(4)),
    minSecondsPerItem: number,
    openQuestion: z.nullable(text(80)),
  }),
})
export type SchemeRules = z.infer<typeof SchemeRules>

export const SchemeSettings = z.strictObject({
  organiser: text(40),
  /** Minutes a village has to appeal. */
  appealMinutes: Count,
  /** The catalogue's item under which an overdue finding proposes itself; null: none does. */
  overdueItemId: z.nullable(DeductionItemId),
  /** Inspectors that every pair of villages must share before a round is ready. */
  sharedInspectors: Count,
  announceTo: z.array(Role).check(z.maxLength(5)),
  /** Days before the round's day that the survey opens. */
  surveyDaysBefore: z.number().check(z.int(), z.gte(0), z.lte(30)),
  /** What a demonstration goal is worth and in which steps it is marked. */
  goalFull: number,
  goalStep: number,
})
export type SchemeSettings = z.infer<typeof SchemeSettings>

export const SchemeHead = z.strictObject({
  id: SchemeId,
  version: Count,
  title: z.string(),
  state: z.enum(['draft', 'published']),
  publishedAt: z.nullable(At),
  /** Who saved it last, and when. */
  savedByName: z.string(),
  savedAt: At,
  revision: z.number(),
  /** Rounds that use it. */
  rounds: Count,
})
export type SchemeHead = z.infer<typeof SchemeHead>

/** What is wrong with a scheme, where: `path` as in `indicators.3.bands.2.from`; `blocks`: publishing is refused. */
export const SchemeFault = z.strictObject({ path: z.string(), text: z.string(), blocks: z.boolean() })
export type SchemeFault = z.infer<typeof SchemeFault>

export const SchemeVersion = z.strictObject({
  head: SchemeHead,
  rules: SchemeRules,
  settings: SchemeSettings,
  faults: z.array(SchemeFault),
})
export type SchemeVersion = z.infer<typeof SchemeVersion>

// ── A draft round's goals and measured facts. ──

/** Free words as an officer writes them: what is, what shall be, in what; `unit` is empty where a goal is no number. */
const goalWords = {
  title: short(100),
  baseline: text(60),
  target: text(60),
  unit: text(20),
}

export const Goal = z.strictObject({
  id: ItemId,
  villageId: VillageId,
  ...goalWords,
  full: z.number(),
  step: z.number(),
  /** 难度系数 as approved, or as the importer proposed it; null: nobody said. */
  difficulty: z.nullable(z.number()),
  state: z.enum(['declared', 'approved', 'returned']),
  /** Why it was returned; empty otherwise. */
  reason: z.string(),
  declaredBy: z.string(),
  decidedBy: z.nullable(z.string()),
  revision: z.number(),
  /** The caller may approve or return it: not who declared it, not recused. */
  mayDecide: z.boolean(),
  mayEdit: z.boolean(),
  /** The caller declared it: somebody else decides. */
  isMine: z.boolean(),
})
export type Goal = z.infer<typeof Goal>

/** A measured indicator's fact for one village; `value` null: not entered yet. No mark is told: that is the table's to say. */
export const Measurement = z.strictObject({
  villageId: VillageId,
  indicatorId: ItemId,
  value: z.nullable(z.number()),
  /** What it rests on: a sentence, and photos of it; `url` is good for an hour, null: not uploaded yet. */
  evidence: z.string(),
  photos: z.array(z.strictObject({ id: PhotoId, url: z.nullable(z.string()) })),
  state: z.enum(['missing', 'entered', 'checked', 'returned']),
  reason: z.string(),
  enteredBy: z.nullable(z.string()),
  checkedBy: z.nullable(z.string()),
  revision: Revision,
  mayCheck: z.boolean(),
  mayEnter: z.boolean(),
  /** The caller entered it: somebody else checks. */
  isMine: z.boolean(),
})
export type Measurement = z.infer<typeof Measurement>

// ── Excel. ──

export const TableKind = z.enum(['villages', 'members', 'scheme', 'goals', 'measurements'])
export type TableKind = z.infer<typeof TableKind>

/** Which table: a scheme's names the version, goals and measurements name the draft round. */
const Table = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('villages') }),
  z.strictObject({ kind: z.literal('members') }),
  z.strictObject({ kind: z.literal('scheme'), id: SchemeId, version: Count }),
  z.strictObject({ kind: z.literal('goals'), roundId: RoundId }),
  z.strictObject({ kind: z.literal('measurements'), roundId: RoundId }),
])
export type Table = z.infer<typeof Table>

/** A fault of an imported workbook: which sheet, which cell (`C7`; empty: the whole sheet), and what to do, in Chinese. */
export const CellFault = z.strictObject({ sheet: z.string(), cell: z.string(), text: z.string() })
export type CellFault = z.infer<typeof CellFault>

/** What an import would do, or did: a line for each thing added or changed, `was` and `becomes` in words. */
export const ImportPreview = z.strictObject({
  faults: z.array(CellFault).check(z.maxLength(200)),
  /** More faults than are listed. */
  moreFaults: Count,
  added: z.array(z.string()).check(z.maxLength(300)),
  changed: z.array(z.strictObject({ what: z.string(), was: z.string(), becomes: z.string() })).check(z.maxLength(600)),
  same: Count,
  /** Of the file and of what it would change: writing names it, so that nothing is written that nobody saw. */
  hash: z.string(),
  written: z.boolean(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

const Written = z.strictObject({ revision: z.number() })
const File = z.strictObject({ fileName: z.string(), base64: z.string() })

export const programme = calls({
  /** The programme itself: its title, the districts. */
  overview: {
    in: z.strictObject({}),
    out: z.strictObject({
      title: z.string(),
      districts: z.array(District),
      revision: Revision,
      counts: z.strictObject({
        villages: Count,
        members: Count,
        unbound: Count,
        schemes: Count,
        publishedSchemes: Count,
      }),
    }),
    fails: [],
  },
  /** A district that villages or members name stays. */
  saveOverview: {
    in: z.strictObject({
      title: short(60),
      districts: z.array(District).check(z.maxLength(60)),
      revision: Revision,
      sendId: SendId,
    }),
    out: Written,
    fails: ['changed', 'inUse'],
  },
  villages: {
    in: z.strictObject({}),
    out: z.strictObject({ villages: z.array(KeptVillage), districts: z.array(District) }),
    fails: [],
  },
  saveVillage: {
    in: z.strictObject({ village: Village, revision: Revision, sendId: SendId }),
    out: Written,
    fails: ['changed', 'notFound', 'tooLarge'],
  },
  removeVillage: {
    in: z.strictObject({ villageId: VillageId, sendId: SendId }),
    out: z.strictObject({ removed: z.literal(true) }),
    fails: ['inUse'],
  },

  schemes: {
    in: z.strictObject({}),
    out: z.strictObject({ schemes: z.array(SchemeHead) }),
    fails: [],
  },
  scheme: {
    in: z.strictObject({ id: SchemeId, version: Count }),
    out: SchemeVersion,
    fails: ['notFound'],
  },
  /** A draft is kept whatever its faults, so that nothing typed is lost; it tells them. Revision null: a new draft, version 1. */
  saveScheme: {
    in: z.strictObject({ rules: SchemeRules, settings: SchemeSettings, revision: Revision, sendId: SendId }),
    out: SchemeVersion,
    fails: ['changed', 'notFound', 'published'],
  },
  publishScheme: {
    in: z.strictObject({ id: SchemeId, version: Count, revision: z.number(), sendId: SendId }),
    out: SchemeVersion,
    fails: ['changed', 'notFound', 'published', 'faulty'],
  },
  /** A draft of the next version, with everything as it is in this one; one draft of a scheme at a time. */
  copyScheme: {
    in: z.strictObject({ id: SchemeId, version: Count, sendId: SendId }),
    out: SchemeVersion,
    fails: ['notFound', 'draftExists'],
  },
  removeDraft: {
    in: z.strictObject({ id: SchemeId, version: Count, revision: z.number(), sendId: SendId }),
    out: z.strictObject({ removed: z.literal(true) }),
    fails: ['changed', 'published'],
  },

  /** A draft round's goals: an officer's own villages', an inspector's not recused, an administrator's all. */
  goals: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({
      round: RoundHead,
      /** `mayDeclare`: the caller may hand in for it now. */
      villages: z.array(z.strictObject({ ...VillageHead.shape, mayDeclare: z.boolean() })),
      goals: z.array(Goal),
      goalFull: z.number(),
    }),
    fails: ['wrongState', 'notFound'],
  },
  declareGoal: {
    in: z.strictObject({
      roundId: RoundId,
      goalId: ItemId,
      villageId: VillageId,
      ...goalWords,
      revision: Revision,
      sendId: SendId,
    }),
    out: Written,
    fails: ['wrongState', 'notFound', 'outOfScope', 'changed'],
  },
  removeGoal: {
    in: z.strictObject({ roundId: RoundId, goalId: ItemId, revision: z.number(), sendId: SendId }),
    out: z.strictObject({ removed: z.literal(true) }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'changed'],
  },
  /** One village's, at once; each as it was read. */
  approveGoals: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      goals: z
        .array(
          z.strictObject({
            goalId: ItemId,
            revision: z.number(),
            /** 难度系数: above 0, at most 1, two decimals. */
            difficulty: z.number().check(z.gt(0), z.lte(1)),
          }),
        )
        .check(z.minLength(1), z.maxLength(30)),
      sendId: SendId,
    }),
    out: z.strictObject({ approved: Count }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'recused', 'ownEntry', 'changed'],
  },
  returnGoal: {
    in: z.strictObject({ roundId: RoundId, goalId: ItemId, revision: z.number(), reason: Reason, sendId: SendId }),
    out: Written,
    fails: ['wrongState', 'notFound', 'outOfScope', 'recused', 'ownEntry', 'changed'],
  },

  measurements: {
    in: z.strictObject({ roundId: RoundId }),
    out: z.strictObject({
      round: RoundHead,
      villages: z.array(VillageHead),
      indicators: z.array(z.strictObject({ id: ItemId, title: z.string(), unit: z.string() })),
      measurements: z.array(Measurement),
    }),
    fails: ['wrongState', 'notFound'],
  },
  enterMeasurement: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      indicatorId: ItemId,
      /** In the indicator's unit; at most four decimals. */
      value: z.number().check(z.gte(-1_000_000_000), z.lte(1_000_000_000)),
      evidence: text(300),
      photos: z.array(PhotoId).check(z.maxLength(6)),
      revision: Revision,
      sendId: SendId,
    }),
    out: Written,
    fails: ['wrongState', 'notFound', 'outOfScope', 'changed'],
  },
  /** A photo of what a fact rests on went straight to storage, as `photos/<round>/<photo>.jpg`; again is harmless. */
  evidencePhoto: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      photoId: PhotoId,
      fileId: FileId,
      bytes: z.number().check(z.int(), z.gte(1), z.lte(2_000_000)),
    }),
    out: z.strictObject({ kept: z.literal(true) }),
    fails: ['wrongState', 'notFound', 'outOfScope'],
  },
  /** One village's, at once; each as it was read; not by who entered it. */
  checkMeasurements: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      measurements: z
        .array(z.strictObject({ indicatorId: ItemId, revision: z.number() }))
        .check(z.minLength(1), z.maxLength(120)),
      sendId: SendId,
    }),
    out: z.strictObject({ checked: Count }),
    fails: ['wrongState', 'notFound', 'outOfScope', 'recused', 'ownEntry', 'changed'],
  },
  returnMeasurement: {
    in: z.strictObject({
      roundId: RoundId,
      villageId: VillageId,
      indicatorId: ItemId,
      revision: z.number(),
      reason: Reason,
      sendId: SendId,
    }),
    out: Written,
    fails: ['wrongState', 'notFound', 'outOfScope', 'recused', 'ownEntry', 'changed'],
  },

  /** An empty workbook with columns explained, drop-downs and examples. */
  template: { in: Table, out: File, fails: ['wrongState', 'notFound'] },
  /** What stands now, in the same layout. */
  exportTable: { in: Table, out: File, fails: ['wrongState', 'notFound'] },
  /**
   * Reads an uploaded workbook (at most 2 MB): every fault by its cell, or what would change. With the preview's `hash`
   * it writes all of it or nothing; the same file again changes nothing.
   */
  importTable: {
    in: z.strictObject({
      table: Table,
      fileId: FileId,
      hash: z.nullable(z.string().check(z.maxLength(80))),
      sendId: SendId,
    }),
    out: ImportPreview,
    fails: ['wrongState', 'notFound', 'changed', 'published', 'tooLarge', 'notWorkbook'],
  },

  /** Posters (一村一码) as one Word file behind an address that is good for an hour; null: all villages. */
  posters: {
    in: z.strictObject({ villageId: z.nullable(VillageId), size: z.enum(['A4', 'A3']) }),
    out: z.strictObject({ fileName: z.string(), address: z.string(), bytes: Count, villages: Count }),
    fails: ['notFound'],
  },
})
