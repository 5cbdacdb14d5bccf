/** The parts of a draft's plan, each changed on a page of its own. */
import type { Plan } from '../../contract/round'
import { notApplicableOf, type PlanStop, withNotApplicable, withScheme, withStops } from '../../domain/plan-edits'

export type PlanPart<T> = {
  /** Under it the phone keeps what is not saved. */
  name: string
  read(plan: Plan): T
  write(plan: Plan, value: T): Plan
}

export const stopsPart: PlanPart<PlanStop[]> = {
  name: 'stops',
  read: ({ stops }) => stops,
  write: (plan, stops) => withStops(plan, stops),
}

export const panelPart: PlanPart<string[]> = {
  name: 'panel',
  read: ({ panel }) => panel,
  write: (plan, panel) => ({ ...plan, panel }),
}

/** `indicatorIds`: of the scheme that is chosen; it is read where another one is. */
export type Basics = Pick<Plan, 'day' | 'scheme'> & { indicatorIds: string[] | null }

export const basicsPart: PlanPart<Basics> = {
  name: 'basics',
  read: ({ day, scheme }) => ({ day, scheme, indicatorIds: null }),
  write: (plan, { day, scheme, indicatorIds }) => ({ ...withScheme(plan, scheme, indicatorIds ?? []), day }),
}

/** What does not apply to one village. */
export function scopePart(villageId: string): PlanPart<string[]> {
  return {
    name: `scope/${villageId}`,
    read: (plan) => notApplicableOf(plan, villageId),
    write: (plan, indicatorIds) => withNotApplicable(plan, villageId, indicatorIds),
  }
}

export const decidedPart: PlanPart<boolean> = {
  name: 'decided',
  read: ({ notApplicableDecided }) => notApplicableDecided,
  write: (plan, notApplicableDecided) => ({ ...plan, notApplicableDecided }),
}
