/**
 * Deductions as their reader sees them. Administrators see all; an officer their villages', from the confirmation on; an
 * inspector those they proposed, may confirm or confirmed, and whose appeal they help decide. Nobody else sees any.
 */
import type { Deduction } from '../../src/contract/deductions'
import {
  appealUntil,
  shownState,
  type WhyNotConfirm,
  whyNotAppeal,
  whyNotConfirm,
  whyNotDecide,
} from '../../src/domain/deduction-life'
import { digestOf } from '../../src/domain/digest'
import { isOfficerOf } from '../../src/domain/officer'
import { whyNotAgree } from '../../src/domain/two-persons'
import { toUnits } from '../../src/domain/units'
import type { DeductionDoc, MemberDoc, ProposalDoc, RoundDoc } from './documents'
import { agreeingPerson } from './proposals'
import { holds } from './serve'

interface Reading {
  now: number
  /** Addresses of photos by their id; absent: not asked for. */
  urls?: ReadonlyMap<string, string>
}

/** What of these the reader may see, newest first. */
export function deductionsFor(
  reader: MemberDoc,
  round: RoundDoc,
  docs: readonly DeductionDoc[],
  reading: Reading,
): Deduction[] {
  return docs
    .filter((doc) => maySee(reader, doc, round))
    .sort((a, b) => b.proposedAt - a.proposedAt || (a._id < b._id ? -1 : 1))
    .map((doc) => deductionFor(reader, round, doc, reading))
}

export function maySee(reader: MemberDoc, doc: DeductionDoc, round: RoundDoc): boolean {
  if (holds(reader, 'administrator', round)) return true
  const village = round.villages.find(({ id }) => id === doc.villageId)
  if (village && isOfficerOf(reader.roles, village) && doc.confirmedAt !== null) return true
  return isTheirs(reader, doc) || mayConfirm(reader, doc, round) || decidesOn(reader, doc, round)
}

export function deductionFor(reader: MemberDoc, round: RoundDoc, doc: DeductionDoc, { now, urls }: Reading): Deduction {
  const { villageId, itemId, occurrences, text, proposedAt, proposerName, confirmerName, confirmedAt } = doc
  const item = round.scheme.deductionItems.find(({ id }) => id === itemId)
  const waiting = openDecision(round.proposals, doc._id)
  return {
    id: doc._id,
    villageId,
    villageName: villageName(round, villageId),
    itemId,
    title: itemTitle(round, itemId),
    marks: units(item?.marks),
    cap: units(item?.cap),
    occurrences,
    text,
    photos: doc.photos.map((id) => ({ id, url: urls?.get(id) ?? null })),
    source: doc.findingId === null ? 'inspector' : 'overdue',
    state: shownState(doc.state, round.state),
    proposedAt,
    proposerName,
    isMine: doc.proposer === reader.memberId,
    confirmerName,
    confirmedAt,
    appealUntil: appealUntil(doc, round),
    appeal: doc.appeal && { reason: doc.appeal.reason, byName: doc.appeal.byName, at: doc.appeal.at },
    decision: doc.decision && decisionFor(doc.decision),
    // A village hears of a decision when it is made, not of what is being weighed.
    proposalId: waiting && maySeeDecisions(reader, round) ? waiting.id : null,
    may: {
      confirm: mayConfirm(reader, doc, round),
      appeal: mayStillBeHeard(round) && whyNotAppeal(reader.roles, doc, round, now) === undefined,
      decide:
        mayStillBeHeard(round) && holds(reader, 'administrator', round) && !waiting && whyNotDecide(doc) === undefined,
    },
    whyNotConfirm: whyNotConfirmWords(reader, doc, round),
  }
}

/** The decision that waits for its second person. */
export function openDecision(proposals: readonly ProposalDoc[], deductionId: string): ProposalDoc | undefined {
  return proposals.find(({ agreedBy, appeal }) => agreedBy === null && appeal?.deductionId === deductionId)
}

/** What a decision changes, as it stands: both persons see the same. */
export function decisionHash({ _id, state, revision }: DeductionDoc): string {
  return digestOf({ deduction: { id: _id, state, revision } })
}

export function villageName({ villages }: Pick<RoundDoc, 'villages'>, villageId: string): string {
  return villages.find(({ id }) => id === villageId)?.name ?? villageId
}

export function itemTitle({ scheme }: Pick<RoundDoc, 'scheme'>, itemId: string): string {
  return scheme.deductionItems.find(({ id }) => id === itemId)?.title ?? itemId
}

function isTheirs({ memberId }: MemberDoc, { proposer, confirmer }: DeductionDoc): boolean {
  return proposer === memberId || confirmer === memberId
}

function mayConfirm({ memberId }: MemberDoc, doc: DeductionDoc, round: RoundDoc): boolean {
  return round.state === 'running' && whyNotConfirm(memberId, doc, round) === undefined
}

/** The second person reads what they are to agree to, and what they agreed to. */
function decidesOn(reader: MemberDoc, { _id, decision }: DeductionDoc, round: RoundDoc): boolean {
  if (decision?.agreedBy === reader.memberId) return true
  const waiting = openDecision(round.proposals, _id)
  return waiting !== undefined && whyNotAgree(waiting, agreeingPerson(reader, round)) === undefined
}

function maySeeDecisions(reader: MemberDoc, round: RoundDoc): boolean {
  return holds(reader, 'administrator', round) || holds(reader, 'inspector', round)
}

/** Appeals are taken, and decided, while the round runs and until it is sealed. */
function mayStillBeHeard({ state }: RoundDoc): boolean {
  return state === 'running' || state === 'closed'
}

function decisionFor({ reason, byName, agreedByName, at }: NonNullable<DeductionDoc['decision']>) {
  return { reason, byName, agreedByName, at }
}

function units(marks: number | undefined): number {
  return toUnits(marks ?? 0) ?? 0
}

/** Asked of a panel inspector, of what waits for a second one. */
function whyNotConfirmWords(reader: MemberDoc, doc: DeductionDoc, round: RoundDoc): string {
  if (doc.state !== 'proposed' || !holds(reader, 'inspector', round)) return ''
  if (round.state !== 'running') return '已经收卷，没有确认的扣分不再有效'
  const why = whyNotConfirm(reader.memberId, doc, round)
  return why ? whyNotWords[why.code] : ''
}

const whyNotWords: Record<WhyNotConfirm['code'], string> = {
  notAllowed: '您不在这次的评审组里',
  outOfScope: '这个村不在这次的路线上',
  recused: '您与这个村有回避关系，请另一位评委来确认',
  wrongState: '这一站取消了，不再确认扣分',
  settled: '',
  samePerson: '是您提出的，请另一位评委来确认',
  sameDistrict: '您与提出人来自同一个区，请别区的评委来确认',
}
