/**
 * 今日进度: what is in and what is out; no score, mean or rank. A leader's costs five requests, whatever came in; what
 * an inspector and an administrator are told beside it, and what that costs: day-records.ts.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { inspectorCounts, type StopCounts, stopCounts } from '../../src/domain/day-counts'
import { shownState } from '../../src/domain/deduction-life'
import { SEALING_PAUSE } from '../../src/domain/why-not-seal'
import type { MemberDoc, RoundDoc } from '../common/documents'
import { roundHead, stopHead } from '../common/heads'
import { lateSend } from '../common/late-send'
import { proposalsFor } from '../common/proposals'
import type { LateHead } from '../common/repositories/late'
import { holds, type RoundContext } from '../common/serve'
import { type DayRecords, dayRecords, photosMissing } from './day-records'

type Progress = CallOut<'ranking', 'progressOfDay'>

export async function progressOfDay(
  { roundId }: CallIn<'ranking', 'progressOfDay'>,
  context: RoundContext,
): Promise<Progress> {
  const { me, round, now, repos } = context
  // Sealing destroys the answers as it goes: what is left of them would be told as what came. A reopened round has none.
  const frozen = round.sealing?.responses ?? round.reopened?.responses
  const [cards, arrivals, responses, records] = await Promise.all([
    repos.scorecards.statesOfRound(roundId),
    repos.arrivals.ofRound(roundId),
    frozen ? new Map(frozen.map((one) => [one.villageId, one])) : repos.answers.countsByVillage(roundId),
    dayRecords(context),
  ])
  const facts = {
    ...round,
    cards: cards.map(({ submitted, waiting, ...card }) => ({
      ...card,
      isSubmitted: Boolean(submitted),
      waiting: waiting ?? null,
    })),
    arrivals,
    responses,
    photosMissing: await photosMissing(cards, records, context),
  }
  const stops = stopCounts(facts)
  return {
    round: roundHead(round),
    stops: stops.filter(({ village }) => maySee(village.districtId, me, round)).map(stopFor),
    inspectors: inspectorCounts(facts).filter(({ memberId }) => maySeeInspector(memberId, me, round)),
    cardsIn: total(stops.map(({ cardsIn }) => cardsIn)),
    cardsExpected: total(stops.map(({ cardsExpected }) => cardsExpected)),
    late: records.late.map((late) => lateFor(late, round)).sort((a, b) => b.receivedAt - a.receivedAt),
    deductions: records.isEverybodys ? countsByState(records.deductions, round) : null,
    closedAt: round.closedAt,
    sealableAt: round.closedAt && Math.max(round.closedAt + SEALING_PAUSE, round.appealsUntil ?? 0),
    proposals: proposalsFor(me, round),
    at: now,
  }
}

/** A district leader sees their district's villages by name. */
function maySee(districtId: string, me: MemberDoc, round: RoundDoc): boolean {
  if (holds(me, 'administrator', round) || holds(me, 'inspector', round)) return true
  return me.roles.some(({ role, scope }) => role === 'leader' && (scope === 'city' || scope === districtId))
}

/** Administrators see everyone, an inspector only themself, a leader nobody. */
function maySeeInspector(memberId: string, me: MemberDoc, round: RoundDoc): boolean {
  return holds(me, 'administrator', round) || memberId === me.memberId
}

function stopFor({ stop, village, ...counts }: StopCounts): Progress['stops'][number] {
  return { ...stopHead(stop, village), ...counts }
}

function lateFor(late: LateHead, { panel, villages }: RoundDoc): Progress['late'][number] {
  return {
    ...lateSend(late),
    memberName: panel.find(({ id }) => id === late.memberId)?.name ?? late.memberId,
    villageName: villages.find(({ id }) => id === late.villageId)?.name ?? late.villageId,
  }
}

function countsByState(deductions: DayRecords['deductions'], { state: roundState }: RoundDoc): Progress['deductions'] {
  const counts = { proposed: 0, confirmed: 0, appealed: 0, upheld: 0, revoked: 0, lapsed: 0 }
  for (const { state } of deductions) counts[shownState(state, roundState)]++
  return counts
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
