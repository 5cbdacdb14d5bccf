import type { Inspector } from './round-file'

/** 回避: same district as the village, or responsible for it. The list is derived, never chosen. */
export function isRecused(inspector: Pick<Inspector, 'recusedVillageIds'>, villageId: string): boolean {
  return inspector.recusedVillageIds.includes(villageId)
}

/** 包联责任: who answers for a village. */
export type Responsibility = { duty: string; title: string; name: string; unit: string; memberId: string | null }

/**
 * Why a person may not judge which villages, in words, by village id: of their district, or answered for by them.
 * Rule: docs/domain.md, recusal.
 */
export function recusalsOf(
  person: { id: string; districtId: string | null },
  villages: readonly { id: string; districtId: string; responsibilities?: readonly Responsibility[] }[],
): Record<string, string> {
  const because: Record<string, string> = {}
  for (const { id, districtId, responsibilities = [] } of villages) {
    const duty = responsibilities.find(({ memberId }) => memberId === person.id)
    if (districtId === person.districtId) because[id] = '与您同区'
    else if (duty) because[id] = `您负责联系这个村（${duty.title}）`
  }
  return because
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
