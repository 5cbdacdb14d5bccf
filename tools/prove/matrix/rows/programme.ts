/** The programme is the administrators', always; a draft round's goals and facts are handed in and decided while it is one. */
import type { ErrorCode } from '../../../../src/contract/errors'
import { defaultSchemeSettings } from '../../../../src/domain/default-scheme'
import { moments, when } from '../moments'
import { goals, type Objects, PHOTO, SEND, schemes } from '../objects'
import { but, type Row, type RowsOf, type Unless } from '../row'

const recused: Unless = ({ seat }) => (seat === 'recused' ? 'recused' : undefined)
const elsewhere: Unless = ({ isHere, roles }) => (isHere || roles.includes('administrator') ? undefined : 'outOfScope')
const isOwn = (...memberIds: string[]): Unless => {
  return ({ memberId }) => (memberIds.includes(memberId) ? 'ownEntry' : undefined)
}
const as = (code: ErrorCode) => () => code

const draft = when('draft')
const preparing = when('draft', 'ready')
const handIn = { A: draft, O: but(draft, elsewhere) }
const decide = (...unless: Unless[]) => ({ A: but(draft, recused, ...unless), I: but(draft, recused, ...unless) })

/** Administrators alone, and no round is concerned. */
const theirs = { may: { A: moments }, ofNoRound: true as const }
const refused = (code: ErrorCode) => ({ may: { A: but(moments, as(code)) }, ofNoRound: true as const })

const ofRound = ({ roundId }: Objects) => ({ roundId })
const ofVillage = ({ roundId, villageId }: Objects) => ({ roundId, villageId, sendId: SEND })
const reason = '请补上怎么验收'
const words = { title: '古祠修缮并常态开放', baseline: '', target: '', unit: '' }
const goal = (goalId: string, revision: number | null) => (of: Objects) => ({
  ...ofVillage(of),
  goalId,
  ...words,
  revision,
})
const approval = (...goalIds: string[]) => ({
  goals: goalIds.map((goalId) => ({ goalId, revision: 1, difficulty: 0.9 })),
})
const fact =
  (nth: 0 | 1) =>
  ({ measured }: Objects) => ({ indicatorId: measured[nth], revision: 1 })

const village = (id: string) => ({
  id,
  name: '新设村',
  town: '云溪镇',
  districtId: 'D-WEST',
  themes: [],
  households: 120,
  population: null,
  adults: null,
  location: null,
  profile: '',
  responsibilities: [],
})

const version = (id: string) => ({ id, version: 1 })
const asSeen = (id: string) => ({ ...version(id), revision: 1, sendId: SEND })
const saved =
  (id: string, revision: number | null) =>
  ({ rules }: Objects) => ({
    rules: { ...rules, id },
    settings: defaultSchemeSettings(),
    revision,
    sendId: SEND,
  })

const ofScheme = { kind: 'scheme' as const, ...version(schemes.draft) }
const goalsOf = ({ roundId }: Objects) => ({ kind: 'goals' as const, roundId })
const factsOf = ({ roundId }: Objects) => ({ kind: 'measurements' as const, roundId })
/** A draft round's are only there while it is one. */
const tables = {
  villages: { ...theirs, reads: true, send: () => ({ kind: 'villages' as const }) },
  members: { ...theirs, reads: true, send: () => ({ kind: 'members' as const }) },
  scheme: { ...theirs, reads: true, send: () => ofScheme },
  goals: { may: { A: draft }, reads: true, send: goalsOf },
  measurements: { may: { A: draft }, reads: true, send: factsOf },
} satisfies Record<string, Row>

const sheet = ({ workbook: { fileId } }: Objects) => ({ fileId, hash: null, sendId: SEND })

export const programme: RowsOf<'programme'> = {
  overview: { ...theirs, reads: true, send: () => ({}) },
  saveOverview: {
    kept: { ...theirs, send: ({ districts }) => ({ title: '试点', districts, revision: null, sendId: SEND }) },
    withoutOneInUse: {
      ...refused('inUse'),
      send: ({ districts }) => ({ title: '试点', districts: districts.slice(1), revision: null, sendId: SEND }),
    },
    seenFormerly: {
      ...refused('changed'),
      send: ({ districts }) => ({ title: '试点', districts, revision: 9, sendId: SEND }),
    },
  },
  villages: { ...theirs, reads: true, send: () => ({}) },
  saveVillage: {
    new: { ...theirs, send: () => ({ village: village('V90'), revision: null, sendId: SEND }) },
    changed: { ...theirs, send: () => ({ village: village('V08'), revision: 1, sendId: SEND }) },
    seenFormerly: { ...refused('changed'), send: () => ({ village: village('V08'), revision: 9, sendId: SEND }) },
    unknown: { ...refused('notFound'), send: () => ({ village: village('V90'), revision: 1, sendId: SEND }) },
  },
  removeVillage: {
    ofNoRound: { ...theirs, send: () => ({ villageId: 'V08', sendId: SEND }) },
    inUse: { may: { A: but(moments, as('inUse')) }, send: ({ villageId }) => ({ villageId, sendId: SEND }) },
  },

  schemes: { ...theirs, reads: true, send: () => ({}) },
  scheme: {
    published: { ...theirs, reads: true, send: () => version(schemes.published) },
    draft: { ...theirs, reads: true, send: () => version(schemes.draft) },
    unknown: { ...refused('notFound'), send: () => version('nowhere') },
  },
  saveScheme: {
    new: { ...theirs, send: saved('matrix-new', null) },
    draft: { ...theirs, send: saved(schemes.draft, 1) },
    published: { ...refused('published'), send: saved(schemes.published, 1) },
  },
  publishScheme: {
    draft: { ...theirs, send: () => asSeen(schemes.draft) },
    faulty: { ...refused('faulty'), send: () => asSeen(schemes.faulty) },
    published: { ...refused('published'), send: () => asSeen(schemes.published) },
  },
  copyScheme: {
    published: { ...theirs, send: () => ({ ...version(schemes.published), sendId: SEND }) },
    draft: { ...refused('draftExists'), send: () => ({ ...version(schemes.draft), sendId: SEND }) },
  },
  removeDraft: {
    draft: { ...theirs, send: () => asSeen(schemes.draft) },
    published: { ...refused('published'), send: () => asSeen(schemes.published) },
  },

  goals: { may: { A: preparing, O: preparing, I: preparing }, reads: true, send: ofRound },
  declareGoal: {
    new: { may: handIn, send: goal('V01-G9', null) },
    returned: { may: handIn, send: goal(goals.returned, 1) },
    approved: { may: handIn, send: goal(goals.approved, 1) },
  },
  removeGoal: {
    may: handIn,
    send: ({ roundId }) => ({ roundId, goalId: goals.approved, revision: 1, sendId: SEND }),
  },
  approveGoals: {
    officers: { may: decide(), send: (of) => ({ ...ofVillage(of), ...approval(goals.officers) }) },
    own: {
      may: decide(isOwn('M01', 'I06')),
      send: (of) => ({ ...ofVillage(of), ...approval(goals.administrators, goals.inspectors) }),
    },
  },
  returnGoal: {
    officers: {
      may: decide(),
      send: ({ roundId }) => ({ roundId, goalId: goals.officers, revision: 1, reason, sendId: SEND }),
    },
    inspectors: {
      may: decide(isOwn('I06')),
      send: ({ roundId }) => ({ roundId, goalId: goals.inspectors, revision: 1, reason, sendId: SEND }),
    },
  },

  measurements: { may: { A: preparing, O: preparing, I: preparing }, reads: true, send: ofRound },
  enterMeasurement: {
    may: handIn,
    send: (of) => ({ ...ofVillage(of), ...fact(0)(of), value: 12.5, evidence: '村委会台账', photos: [] }),
  },
  evidencePhoto: {
    may: handIn,
    send: ({ roundId, villageId, photoFileId }) => ({
      roundId,
      villageId,
      photoId: PHOTO,
      fileId: photoFileId,
      bytes: 1000,
    }),
  },
  checkMeasurements: {
    officers: { may: decide(), send: (of) => ({ ...ofVillage(of), measurements: [fact(0)(of)] }) },
    own: { may: decide(isOwn('M01')), send: (of) => ({ ...ofVillage(of), measurements: [fact(0)(of), fact(1)(of)] }) },
  },
  returnMeasurement: {
    officers: { may: decide(), send: (of) => ({ ...ofVillage(of), ...fact(0)(of), reason }) },
    own: { may: decide(isOwn('M01')), send: (of) => ({ ...ofVillage(of), ...fact(1)(of), reason }) },
  },

  template: tables,
  exportTable: tables,
  importTable: {
    // It writes one thing: which file to remove, should nobody write it.
    preview: { ...theirs, send: (of) => ({ table: { kind: 'villages' }, ...sheet(of) }) },
    write: {
      ...theirs,
      send: (of) => ({ table: { kind: 'villages' }, ...sheet(of), hash: of.workbook.hash }),
    },
    // What the preview of another file said.
    unseen: {
      ...refused('changed'),
      send: (of) => ({ table: { kind: 'villages' }, ...sheet(of), hash: `sha256:${'0'.repeat(64)}` }),
    },
    members: { ...theirs, send: (of) => ({ table: { kind: 'members' }, ...sheet(of) }) },
    scheme: { ...theirs, send: (of) => ({ table: ofScheme, ...sheet(of) }) },
    goals: { may: { A: draft }, send: (of) => ({ table: goalsOf(of), ...sheet(of) }) },
    measurements: { may: { A: draft }, send: (of) => ({ table: factsOf(of), ...sheet(of) }) },
  },

  posters: {
    village: { ...theirs, send: ({ villageId }) => ({ villageId, size: 'A4' }) },
    unknown: { ...refused('notFound'), send: () => ({ villageId: 'V99', size: 'A4' }) },
  },
}
