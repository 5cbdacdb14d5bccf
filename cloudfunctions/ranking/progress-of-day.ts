/** 今日进度: what is in and what is out. Five requests, whatever came in; no score, mean or rank. */
import type { CallIn, CallOut } from '../../src/contract'
import { inspectorCounts, type StopCounts, stopCounts } from '../../src/domain/day-counts'
import { SEALING_PAUSE } from '../../src/domain/why-not-seal'
import type { MemberDoc, RoundDoc } from '../common/documents'
import { roundHead, stopHead } from '../common/heads'
import { proposalFor } from '../common/proposals'
import { holds, type RoundContext } from '../common/serve'

type Progress = CallOut<'ranking', 'progressOfDay'>

export async function progressOfDay(
  { roundId }: CallIn<'ranking', 'progressOfDay'>,
  { me, round, now, repos }: RoundContext,
): Promise<Progress> {
  const cards = await repos.scorecards.statesOfRound(roundId)
  const arrivals = await repos.arrivals.ofRound(roundId)
  // Sealing destroys the answers as it goes: what is left of them would be told as what came.
  const frozen = round.sealing?.responses
  const responses = frozen
    ? new Map(frozen.map((one) => [one.villageId, one]))
    : await repos.answers.countsByVillage(roundId)
  const facts = {
    ...round,
    cards: cards.map(({ submitted, ...card }) => ({ ...card, isSubmitted: Boolean(submitted) })),
    arrivals,
    responses,
  }
  const stops = stopCounts(facts)
  return {
    round: roundHead(round),
    stops: stops.filter(({ village }) => maySee(village.districtId, me, round)).map(stopFor),
    inspectors: inspectorCounts(facts).filter(({ memberId }) => maySeeInspector(memberId, me, round)),
    cardsIn: total(stops.map(({ cardsIn }) => cardsIn)),
    cardsExpected: total(stops.map(({ cardsExpected }) => cardsExpected)),
    closedAt: round.closedAt,
    sealableAt: round.closedAt && Math.max(round.closedAt + SEALING_PAUSE, round.appealsUntil ?? 0),
    proposals: round.proposals.map((proposal) => proposalFor(me, round, proposal)),
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

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
