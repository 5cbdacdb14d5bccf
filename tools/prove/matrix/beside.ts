/**
 * What stands beside the small round at every moment: the programme with drafts of schemes and invites, what a draft's
 * villages handed in, another draft that is prepared to the last line, and a rehearsal.
 */
import type {
  GoalDoc,
  InviteDoc,
  MeasurementDoc,
  MemberDoc,
  ProgrammeDoc,
  RoundDoc,
  SchemeDoc,
} from '../../../cloudfunctions/common/documents'
import { inviteId } from '../../../cloudfunctions/common/invite-codes'
import type { Doc } from '../../local-cloud/ejson'
import { shanghaiDay } from '../../seed/shanghai-time'
import type { Moment } from './moments'
import { goals, INVITED, invites, type Objects, schemes } from './objects'
import { VILLAGE } from './small-round'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

type Documents = Record<string, Doc[]>

/** Of all the administrators only M01 counts as bound: the last one. */
export const lastAdministratorAt: Moment = 'archived'
/** The rehearsal has not begun yet. */
export const beforeRehearsal: Moment = 'beforeWindow'

/** Of the programme, alike at every moment but one. */
export function programmeDocuments(documents: Documents, now: number): Documents {
  const [programme] = documents.programme as unknown as ProgrammeDoc[]
  const [published] = documents.schemes as unknown as SchemeDoc[]
  const [member] = documents.members as unknown as MemberDoc[]
  const draft = (id: string, rules: SchemeDoc['rules']): SchemeDoc => ({
    ...published!,
    _id: `${id}:1`,
    id,
    state: 'draft',
    rules: { ...rules, id, version: 1 },
    publishedBy: null,
    publishedAt: null,
  })
  const invited: MemberDoc = {
    ...member!,
    ...INVITED,
    _id: `unbound:${INVITED.memberId}`,
    roles: [{ role: 'reader', scope: 'city' }],
    districtId: null,
    boundAt: null,
    inviteId: inviteId(invites.open),
  }
  const all = {
    programme: [{ ...programme!, administrators: ['M01', 'M02', 'M21'] }],
    schemes: [
      published!,
      draft(schemes.draft, published!.rules),
      draft(schemes.faulty, { ...published!.rules, title: '' }),
    ],
    members: [...(documents.members as unknown as MemberDoc[]), invited],
    invites: [
      invite(invites.open, now),
      invite(invites.superseded, now),
      { ...invite(invites.expired, now), expiresAt: now - HOUR },
      { ...invite(invites.tried, now), wrongNames: 5 },
    ],
  }
  return all as unknown as Documents
}

function invite(code: string, now: number): InviteDoc {
  return {
    _id: inviteId(code),
    memberId: INVITED.memberId,
    issuedBy: 'M01',
    issuedByName: '王敏',
    issuedAt: now - HOUR,
    expiresAt: now + DAY,
    wrongNames: 0,
    takenAt: null,
  }
}

/** `documents` with what stands beside them at this moment. `real`: the small round as it runs. */
export function withBeside(moment: Moment, documents: Documents, real: RoundDoc, of: Objects): Documents {
  const facts = documents.measurements as unknown as MeasurementDoc[]
  const inRehearsal = moment !== beforeRehearsal
  const [programme] = documents.programme!
  const all = {
    programme: [{ ...programme!, ...(moment === lastAdministratorAt && { administrators: ['M01'] }) }],
    rounds: [...documents.rounds!, prepared(real, of), ...(inRehearsal ? [rehearsal(real, of)] : [])],
    goals: [...goalsHandedIn(real, of), ...goalsApproved(real, of)],
    measurements: [
      ...(moment === 'draft' ? facts.map((fact) => handedIn(fact, of)) : facts),
      ...copied(facts, of.preparedId),
      ...(inRehearsal ? copied(facts, of.rehearsalId) : []),
    ],
  }
  return { ...documents, ...(all as unknown as Documents) }
}

/** Everybody on its panel is an inspector still; it is held in ten days. */
function prepared({ proposals: _p, cardPrints: _c, ...real }: RoundDoc, { preparedId, now }: Objects): RoundDoc {
  return {
    ...real,
    _id: preparedId,
    number: real.number + 1,
    day: shanghaiDay(now + 10 * DAY),
    state: 'draft',
    panel: real.panel.filter(({ id }) => id !== 'I07').map(({ absentAt: _, ...inspector }) => inspector),
    goals: [],
    promises: [],
    notApplicableDecided: true,
    proposals: [],
    startedAt: null,
  }
}

function rehearsal({ cardPrints: _, ...real }: RoundDoc, { rehearsalId }: Objects): RoundDoc {
  return { ...real, _id: rehearsalId, rehearsal: true, state: 'running', proposals: [] }
}

function copied(facts: readonly MeasurementDoc[], roundId: string): MeasurementDoc[] {
  return facts.map((fact) => ({ ...fact, _id: `${roundId}:${fact.villageId}:${fact.indicatorId}`, roundId }))
}

/** V01's first fact waits as its officer entered it, the second as M01 did. */
function handedIn(fact: MeasurementDoc, { measured }: Objects): MeasurementDoc {
  if (fact.villageId !== VILLAGE) return fact
  return { ...fact, enteredBy: fact.indicatorId === measured[0] ? 'M05' : 'M01', checkedBy: null }
}

function goalsHandedIn({ _id: roundId, goals: real }: RoundDoc, { now }: Objects): GoalDoc[] {
  const [example] = real
  const declared = (goalId: string, declaredBy: string): GoalDoc => ({
    _id: `${roundId}:${goalId}`,
    revision: 1,
    roundId,
    goalId,
    villageId: VILLAGE,
    title: '古祠修缮并常态开放',
    baseline: '',
    target: '',
    unit: '',
    full: example!.full,
    step: example!.step,
    difficulty: null,
    state: 'declared',
    reason: '',
    declaredBy,
    declaredByName: `成员 ${declaredBy}`,
    decidedBy: null,
    decidedByName: null,
    at: now - HOUR,
    sendId: `matrix-handed-in-${goalId}`,
  })
  const decided = { decidedBy: 'M02', decidedByName: '陈立' }
  return [
    declared(goals.officers, 'M05'),
    declared(goals.administrators, 'M01'),
    declared(goals.inspectors, 'I06'),
    { ...declared(goals.approved, 'M05'), state: 'approved', difficulty: 0.9, ...decided },
    { ...declared(goals.returned, 'M05'), state: 'returned', reason: '请写出怎么验收', ...decided },
  ]
}

function goalsApproved({ goals: real }: RoundDoc, { preparedId: roundId, now }: Objects): GoalDoc[] {
  return real.map(({ id: goalId, ...goal }) => ({
    ...goal,
    _id: `${roundId}:${goalId}`,
    revision: 1,
    roundId,
    goalId,
    baseline: '',
    target: '',
    unit: '',
    state: 'approved',
    reason: '',
    declaredBy: 'M05',
    declaredByName: '黄德明',
    decidedBy: 'M02',
    decidedByName: '陈立',
    at: now - HOUR,
    sendId: `matrix-approved-${goalId}`,
  }))
}
