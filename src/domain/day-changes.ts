/**
 * The day changes: a stop is skipped, visited after all or moved, an inspector falls out, comes after all or is
 * replaced (docs/domain.md, A round's life). Nobody leaves the panel and no stop leaves the route, so nothing that was
 * scored is lost: a card needs both.
 */
import type { Inspector, Stop } from './round-file'

export type DayInspector = Inspector & { recusedBecause: Record<string, string>; absentAt?: number | null }

export type DayPlan = { stops: Stop[]; panel: DayInspector[] }

export type DayChange =
  | { kind: 'skip' | 'resume'; villageId: string }
  | { kind: 'move'; villageId: string; arrive: string; depart: string; order: number }
  | { kind: 'absent' | 'present'; inspectorId: string }
  | { kind: 'substitute'; inspectorId: string; memberId: string }

export type ChangeFacts = {
  villages: readonly { id: string; name: string }[]
  /** Who is to step in, if they may sit on a panel at all. */
  newcomer: DayInspector | null
  /** Milliseconds: when an inspector is said to be absent. */
  now: number
}

/** Codes of the error catalogue. `before` and `after` are of the one thing that changed; `text` names it as people do. */
export type ChangeOutcome =
  | { kind: 'changed' | 'unchanged'; plan: DayPlan; text: string; before: unknown; after: unknown }
  | { kind: 'refused'; code: 'outOfScope' | 'notOnPanel' | 'invalid'; details?: { path: string; problem: string } }

/** The plan after a change. What is so already stays as it is: skipping a skipped stop is done. */
export function dayAfter(plan: DayPlan, change: DayChange, facts: ChangeFacts): ChangeOutcome {
  switch (change.kind) {
    case 'skip':
      return withState(plan, change.villageId, 'skipped', '取消', facts)
    case 'resume':
      return withState(plan, change.villageId, 'visited', '恢复', facts)
    case 'move':
      return moved(plan, change, facts)
    case 'absent':
      return withAbsence(plan, change.inspectorId, facts.now, '缺席')
    case 'present':
      return withAbsence(plan, change.inspectorId, null, '到场')
    case 'substitute':
      return substituted(plan, change, facts)
  }
}

function withState(
  { stops, panel }: DayPlan,
  villageId: string,
  state: Stop['state'],
  word: string,
  { villages }: ChangeFacts,
): ChangeOutcome {
  const before = stops.find((stop) => stop.villageId === villageId)
  if (!before) return { kind: 'refused', code: 'outOfScope' }
  const after = { ...before, state }
  return {
    kind: before.state === state ? 'unchanged' : 'changed',
    plan: { stops: stops.map((stop) => (stop === before ? after : stop)), panel },
    text: `${word}${nameOf(villageId, villages)}`,
    before,
    after,
  }
}

/** To a new place on the route, the others closing up; a place beyond the last is the last. */
function moved(
  { stops, panel }: DayPlan,
  { villageId, arrive, depart, order }: Extract<DayChange, { kind: 'move' }>,
  { villages }: ChangeFacts,
): ChangeOutcome {
  const before = stops.find((stop) => stop.villageId === villageId)
  if (!before) return { kind: 'refused', code: 'outOfScope' }
  if (!isClock(arrive)) return invalid('arrive', NO_CLOCK)
  if (!isClock(depart)) return invalid('depart', NO_CLOCK)
  if (depart <= arrive) return invalid('depart', '离开要晚于到达')
  const others = stops.filter((stop) => stop !== before).sort((a, b) => a.order - b.order)
  const route = [...others.slice(0, order - 1), { ...before, arrive, depart }, ...others.slice(order - 1)].map(
    (stop, index) => ({ ...stop, order: index + 1 }),
  )
  const after = route.find((stop) => stop.villageId === villageId)!
  return {
    kind: placeOf(before) === placeOf(after) ? 'unchanged' : 'changed',
    plan: { stops: route, panel },
    text: `${nameOf(villageId, villages)}由${placeOf(before)}改为${placeOf(after)}`,
    before,
    after,
  }
}

function withAbsence(
  { stops, panel }: DayPlan,
  inspectorId: string,
  absentAt: number | null,
  word: string,
): ChangeOutcome {
  const before = panel.find(({ id }) => id === inspectorId)
  if (!before) return { kind: 'refused', code: 'notOnPanel' }
  const isSo = isAbsent(before) === (absentAt !== null)
  const after = isSo ? before : { ...before, absentAt }
  return {
    kind: isSo ? 'unchanged' : 'changed',
    plan: { stops, panel: panel.map((one) => (one === before ? after : one)) },
    text: `${before.name}${word}`,
    before: { inspectorId, absentAt: before.absentAt ?? null },
    after: { inspectorId, absentAt: after.absentAt ?? null },
  }
}

/** Somebody who is not on the panel takes an inspector's place; the one who fell out keeps theirs, and their cards. */
function substituted(
  { stops, panel }: DayPlan,
  { inspectorId, memberId }: Extract<DayChange, { kind: 'substitute' }>,
  { newcomer, now }: ChangeFacts,
): ChangeOutcome {
  const before = panel.find(({ id }) => id === inspectorId)
  if (!before) return { kind: 'refused', code: 'notOnPanel' }
  if (panel.some(({ id }) => id === memberId)) return invalid('memberId', '这位同志已经在评审组里')
  if (newcomer?.id !== memberId) return invalid('memberId', '这位同志不是评委，请从名单里重新选')
  const absent = isAbsent(before) ? before : { ...before, absentAt: now }
  const { id, name, districtId, recusedVillageIds } = newcomer
  return {
    kind: 'changed',
    plan: { stops, panel: [...panel.map((one) => (one === before ? absent : one)), newcomer] },
    text: `${before.name}缺席，${name}接替`,
    before: { inspectorId, absentAt: before.absentAt ?? null, substitute: null },
    after: { inspectorId, absentAt: absent.absentAt, substitute: { id, name, districtId, recusedVillageIds } },
  }
}

/** Fell out during the day. Cards they submitted count all the same. */
export function isAbsent({ absentAt }: Pick<DayInspector, 'absentAt'>): boolean {
  return typeof absentAt === 'number'
}

const NO_CLOCK = '时间应在 00:00 到 23:59 之间'

function invalid(field: string, problem: string): ChangeOutcome {
  return { kind: 'refused', code: 'invalid', details: { path: `change.${field}`, problem } }
}

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** 第 2 站（09:10–09:55） */
function placeOf({ order, arrive, depart }: Stop): string {
  return `第 ${order} 站（${arrive}–${depart}）`
}

function nameOf(villageId: string, villages: ChangeFacts['villages']): string {
  return villages.find(({ id }) => id === villageId)?.name ?? villageId
}
