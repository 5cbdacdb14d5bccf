import { isOfficerOf } from './officer'
import type { Inspector } from './round-file'

/** 回避: same district as the village, responsible for it, or its officer. The list is derived, never chosen. */
export function isRecused(inspector: Pick<Inspector, 'recusedVillageIds'>, villageId: string): boolean {
  return inspector.recusedVillageIds.includes(villageId)
}

/** 包联责任: who answers for a village. */
export type Responsibility = { duty: string; title: string; name: string; unit: string; memberId: string | null }

type Person = { id: string; districtId: string | null; roles?: readonly { role: string; scope: string }[] }
type AnsweredFor = { id: string; districtId: string; town?: unknown; responsibilities?: readonly Responsibility[] }

/**
 * Why a person may not judge which villages, in words said to them, by village id: of their district, answered for by
 * them, or the village whose officer they are. Rule: docs/domain.md, recusal.
 */
export function recusalsOf(person: Person, villages: readonly AnsweredFor[]): Record<string, string> {
  const because: Record<string, string> = {}
  for (const village of villages) {
    const reason = reasonOf(person, village)
    if (reason) because[village.id] = saidToThem(reason)
  }
  return because
}

/** As above, in words said of them: what an administrator reads who puts the panel together. */
export function recusalsToldOf(
  person: Person,
  villages: readonly AnsweredFor[],
): { villageId: string; because: string }[] {
  return villages.flatMap((village) => {
    const reason = reasonOf(person, village)
    return reason ? [{ villageId: village.id, because: saidOfThem(reason) }] : []
  })
}

type Reason = { kind: 'sameDistrict' } | { kind: 'responsible'; title: string } | { kind: 'officer' }

function reasonOf({ id, districtId, roles = [] }: Person, village: AnsweredFor): Reason | undefined {
  if (village.districtId === districtId) return { kind: 'sameDistrict' }
  const duty = village.responsibilities?.find(({ memberId }) => memberId === id)
  if (duty) return { kind: 'responsible', title: duty.title }
  return isOfficerOf(roles, village) ? { kind: 'officer' } : undefined
}

function saidToThem(reason: Reason): string {
  if (reason.kind === 'sameDistrict') return '与您同区'
  return reason.kind === 'officer' ? '您是这个村的村干部' : `您负责联系这个村（${reason.title}）`
}

function saidOfThem(reason: Reason): string {
  if (reason.kind === 'sameDistrict') return '同区'
  return reason.kind === 'officer' ? '这个村的村干部' : `联系这个村（${reason.title}）`
}

/** Codes of the error catalogue. */
export type WhyNotScore = {
  code: 'notAllowed' | 'outOfScope' | 'recused' | 'wrongState'
  details: { villageId: string; stop?: 'skipped' }
}

type RoundPlan = {
  panel: ReadonlyArray<Pick<Inspector, 'id' | 'recusedVillageIds'>>
  stops: ReadonlyArray<{ villageId: string; state: string }>
}

/** Why this person may not score this village: not on the panel, not on the route, recused, skipped; undefined: may. */
export function whyNotScore(inspectorId: string, villageId: string, round: RoundPlan): WhyNotScore | undefined {
  const inspector = round.panel.find(({ id }) => id === inspectorId)
  if (!inspector) return { code: 'notAllowed', details: { villageId } }
  const stop = round.stops.find((each) => each.villageId === villageId)
  if (!stop) return { code: 'outOfScope', details: { villageId } }
  if (isRecused(inspector, villageId)) return { code: 'recused', details: { villageId } }
  if (stop.state === 'skipped') return { code: 'wrongState', details: { villageId, stop: 'skipped' } }
  return undefined
}
