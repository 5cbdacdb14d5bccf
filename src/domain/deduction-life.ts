/**
 * 扣分 from its proposal to its end: proposed → confirmed → appealed → upheld | revoked; one that nobody confirmed before
 * closing has lapsed. Who may take each step, and why not. Rule: docs/domain.md, Deductions.
 */
import { isOfficerOf } from './officer'
import { type WhyNotScore, whyNotScore } from './recusal'
import type { Inspector } from './round-file'
import { appealEndsAt } from './why-not-seal'

export type DeductionState = 'proposed' | 'confirmed' | 'appealed' | 'upheld' | 'revoked' | 'lapsed'

export type LivingDeduction = {
  villageId: string
  state: DeductionState
  /** Member id; empty where an overdue finding proposed itself. */
  proposer: string
  confirmer: string | null
  confirmedAt: number | null
}

/** What a deduction is before anybody has confirmed it. */
export const unconfirmed = {
  state: 'proposed',
  confirmer: null,
  confirmerName: null,
  confirmedAt: null,
  appeal: null,
  decision: null,
} as const

type DayPlan = {
  panel: ReadonlyArray<Pick<Inspector, 'id' | 'districtId' | 'recusedVillageIds'>>
  stops: ReadonlyArray<{ villageId: string; state: string }>
}

/** `closedAt` null: the round still runs. */
type Appealing = {
  closedAt: number | null
  settings: { appealMinutes: number }
  villages: ReadonlyArray<{ id: string; town?: unknown }>
}

type Person = { memberId: string; name: string }

/** No write ends a proposal at closing: that nobody confirmed it in time is plain from the round. */
export function shownState(state: DeductionState, roundState: string): DeductionState {
  return state === 'proposed' && !['draft', 'ready', 'running'].includes(roundState) ? 'lapsed' : state
}

/** The village may appeal before this moment (milliseconds); null: nothing to appeal against yet. */
export function appealUntil(
  { confirmedAt }: Pick<LivingDeduction, 'confirmedAt'>,
  { closedAt, settings }: Pick<Appealing, 'closedAt' | 'settings'>,
): number | null {
  if (confirmedAt === null) return null
  return appealEndsAt(confirmedAt, { closedAt: closedAt ?? confirmedAt, appealMinutes: settings.appealMinutes })
}

export type WhyNotDeduct = WhyNotScore | { code: 'invalid'; details: { path: 'itemId'; problem: string } }

/** Why this person may not propose this: not theirs to judge, or not in the scheme's catalogue. */
export function whyNotDeduct(
  memberId: string,
  { villageId, itemId }: { villageId: string; itemId: string },
  round: DayPlan & { scheme: { deductionItems: ReadonlyArray<{ id: string }> } },
): WhyNotDeduct | undefined {
  const why = whyNotScore(memberId, villageId, round)
  if (why) return why
  if (!round.scheme.deductionItems.some(({ id }) => id === itemId))
    return { code: 'invalid', details: { path: 'itemId', problem: `扣分目录里没有 ${itemId} 这一项` } }
  return undefined
}

export type WhyNotConfirm =
  | WhyNotScore
  | { code: 'settled'; details: { state: DeductionState } }
  | { code: 'samePerson' | 'sameDistrict'; details: { villageId: string } }

/** Why this person may not be the second one. An inspector without a district is a district of their own. */
export function whyNotConfirm(
  memberId: string,
  { villageId, state, proposer }: LivingDeduction,
  round: DayPlan,
): WhyNotConfirm | undefined {
  const why = whyNotScore(memberId, villageId, round)
  if (why) return why
  if (state !== 'proposed') return { code: 'settled', details: { state } }
  if (proposer === memberId) return { code: 'samePerson', details: { villageId } }
  const district = districtOf(memberId, round)
  if (district !== null && district === districtOf(proposer, round))
    return { code: 'sameDistrict', details: { villageId } }
  return undefined
}

export type WhyNotAppeal =
  | { code: 'outOfScope'; details: { villageId: string } }
  | { code: 'notFound'; details?: undefined }
  | { code: 'settled'; details: { state: DeductionState } }
  | { code: 'expired'; details: { appealUntil: number } }

/** Why somebody of these roles may not appeal at `now`; of what nobody confirmed a village has not been told. */
export function whyNotAppeal(
  roles: readonly { role: string; scope: string }[],
  deduction: LivingDeduction,
  round: Appealing,
  now: number,
): WhyNotAppeal | undefined {
  const { villageId, state } = deduction
  const village = round.villages.find(({ id }) => id === villageId)
  if (!village || !isOfficerOf(roles, village)) return { code: 'outOfScope', details: { villageId } }
  const until = appealUntil(deduction, round)
  if (until === null) return { code: 'notFound' }
  if (state !== 'confirmed') return { code: 'settled', details: { state } }
  if (now >= until) return { code: 'expired', details: { appealUntil: until } }
  return undefined
}

/** Only an appeal is decided. */
export function whyNotDecide({
  state,
}: Pick<LivingDeduction, 'state'>): { code: 'settled'; details: { state: DeductionState } } | undefined {
  return state === 'appealed' ? undefined : { code: 'settled', details: { state } }
}

export function confirmed<D extends LivingDeduction>(deduction: D, by: Person, at: number) {
  return {
    ...deduction,
    state: 'confirmed' as const,
    confirmer: by.memberId,
    confirmerName: by.name,
    confirmedAt: at,
  }
}

export function appealed<D extends LivingDeduction, A>(deduction: D, appeal: A) {
  return { ...deduction, state: 'appealed' as const, appeal }
}

export function decided<D extends LivingDeduction, V>(deduction: D, outcome: 'upheld' | 'revoked', decision: V) {
  return { ...deduction, state: outcome, decision }
}

function districtOf(memberId: string, { panel }: DayPlan): string | null {
  return panel.find(({ id }) => id === memberId)?.districtId ?? null
}
