/** Words about a round before it is ready: a draft of the sample's second round, what is handed in for it, and its plan. */
import type { GoalDoc, MeasurementDoc, RoundDoc } from '../../cloudfunctions/common/documents'
import type { CallIn } from '../../src/contract'
import type { Plan, Preparation } from '../../src/contract/round'
import { promised } from '../../tools/seed/promises'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { newId } from './cards'
import { type Day, day, type Person } from './day'

const A_DAY = 24 * 60 * 60_000

/** Beyond the survey's window. */
export function dayAhead(days = 10): string {
  return shanghaiDay(Date.now() + days * A_DAY)
}

export function programmeDay(): Promise<Day> {
  return day({ state: 'none' })
}

export function creating(today: Day, more: Partial<CallIn<'round', 'create'>> = {}): CallIn<'round', 'create'> {
  const { id, version } = today.file.scheme
  return { roundId: today.roundId, number: 2, day: dayAhead(), scheme: { id, version }, sendId: newId(), ...more }
}

/** The sample's route, panel, and what does not apply. */
export function samplePlan({ file }: Day, more: Partial<Plan> = {}): Plan {
  const { id, version } = file.scheme
  return {
    day: dayAhead(),
    scheme: { id, version },
    stops: file.stops.map(({ villageId, arrive, depart }) => ({ villageId, arrive, depart })),
    panel: file.panel.map((inspector) => inspector.id),
    notApplicable: file.notApplicable,
    notApplicableDecided: true,
    ...more,
  }
}

export async function preparationFor(today: Day, roundId = today.roundId): Promise<Preparation> {
  return today.administrator.does('round', 'preparation', { roundId })
}

export async function planned(
  today: Day,
  plan: Plan = samplePlan(today),
  roundId = today.roundId,
): Promise<Preparation> {
  const { revision } = await preparationFor(today, roundId)
  const send = { roundId, plan, revision, sendId: newId() }
  return (await today.administrator.does('round', 'plan', send)).preparation
}

/** A planned draft, all goals approved and facts checked, as documents. */
export async function complete(today: Day, more: Partial<CallIn<'round', 'create'>> = {}): Promise<Preparation> {
  const { roundId } = await created(today, more)
  handIn(today, roundId)
  return planned(today, samplePlan(today, more.day ? { day: more.day } : {}), roundId)
}

export async function created(today: Day, more: Partial<CallIn<'round', 'create'>> = {}): Promise<{ roundId: string }> {
  const send = creating(today, more)
  await today.administrator.does('round', 'create', send)
  return send
}

export function handIn(today: Day, roundId = today.roundId): void {
  today.cloud.seed(
    'goals',
    today.file.goals.map((goal) => goalDoc(roundId, goal)),
  )
  today.cloud.seed(
    'measurements',
    today.file.measurements.map((fact): MeasurementDoc => {
      const _id = `${roundId}:${fact.villageId}:${fact.indicatorId}`
      return { _id, roundId, ...fact, revision: 1, enteredBy: 'M01', checkedBy: 'M02', at: 1, sendId: newId() }
    }),
  )
}

export function goalDoc(roundId: string, goal: Day['file']['goals'][number], more: Partial<GoalDoc> = {}): GoalDoc {
  const { id, ...fields } = goal
  return {
    // As the sample's villages promised it.
    ...promised(goal),
    _id: `${roundId}:${id}`,
    revision: 1,
    roundId,
    goalId: id,
    ...fields,
    state: 'approved',
    reason: '',
    declaredBy: 'M05',
    declaredByName: '黄德明',
    decidedBy: 'M01',
    decidedByName: '王敏',
    at: 1,
    sendId: newId(),
    ...more,
  }
}

export async function readied(today: Day, more: Partial<CallIn<'round', 'create'>> = {}): Promise<RoundDoc> {
  const { revision, round } = await complete(today, more)
  await today.administrator.does('round', 'ready', { roundId: round.id, revision, sendId: newId() })
  return docOf<RoundDoc>(today, 'rounds', round.id)!
}

export function docOf<T>(today: Day, collection: string, id: string): T | undefined {
  return today.dump(collection).find(({ _id }) => _id === id) as T | undefined
}

/** The lines of the checklist that keep it from being ready, as `code: text`. */
export function missingOf({ checklist }: Preparation): string[] {
  return checklist.filter(({ state }) => state === 'missing').map(({ code, text }) => `${code}: ${text}`)
}

export async function tries<A extends 'create' | 'plan' | 'ready' | 'backToDraft' | 'removeDraft' | 'rehearse'>(
  person: Person,
  action: A,
  send: CallIn<'round', A>,
): Promise<string> {
  const answer = await person.asks('round', action, send)
  return answer.ok ? 'ok' : (answer as { error: { code: string } }).error.code
}
