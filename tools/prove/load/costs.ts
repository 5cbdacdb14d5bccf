/** What every action asks of the database, on a store with little beside the round, with much, and with much of the round. */
import type { Answer } from '../../../src/contract/errors'
import type { LocalCloud } from '../../local-cloud'
import type { Look } from '../../local-cloud/requests'
import { administrator, openidOf } from '../../seed/people'
import { SEND } from '../matrix/objects'
import type { Stand } from '../seals/stage'
import type { ValidCall } from './calls'
import { type Beside, changingStore } from './changing-store'
import { grow } from './growth'
import type { Store } from './store'

export interface Cost {
  /** Requests of the database by the protocol's action. */
  requests: Record<string, number>
  looks: Look[]
}
export type Costs = ReadonlyMap<string, Cost>

/** Everything that is called, on the store as it is with `beside` in it, which stays. */
export async function costsBeside(
  { cloud, stage, stands, clock }: Store,
  calls: readonly ValidCall[],
  beside: Beside,
): Promise<Costs> {
  const { putBack } = changingStore(cloud, stage, beside)
  const costs = new Map<string, Cost>()
  grow(cloud, beside)
  for (const call of calls) {
    putBack(call.whereNothingWaits ? withoutProposals(stands[call.moment]) : stands[call.moment])
    costs.set(call.name, await costOf(cloud, () => done(cloud, call)))
  }
  putBack(stands.sealing)
  costs.set(TO_THE_END, await costOf(cloud, () => sealedToTheEnd(cloud, stands.sealing)))
  putBack(stands.running)
  for (const [name, time] of [TICK, NIGHT_TICK]) {
    clock.until(time)
    costs.set(name, await costOf(cloud, () => ticked(cloud, name)))
    clock.reset()
  }
  return costs
}

/** Beside single calls: the whole of what one after the other drives on. */
export const TO_THE_END = 'round.seal, all its steps'
/** And the timer's, when it is how late. */
export const TICK = ['timer, a tick by day', '12:00'] as const
export const NIGHT_TICK = ['timer, a tick at night', '03:00'] as const

async function ticked(cloud: LocalCloud, name: string): Promise<void> {
  const answer = (await cloud.trigger('timer', 'everyTenMinutes')) as Answer<Record<string, string>>
  if (!answer.ok || Object.values(answer.data).includes('failed')) throw new Error(`${name}: ${JSON.stringify(answer)}`)
}

async function costOf(cloud: LocalCloud, work: () => Promise<unknown>): Promise<Cost> {
  cloud.requests.reset()
  await work()
  const all = Object.entries(cloud.requests.byAction()).filter(([action]) => action.startsWith('database.'))
  return { requests: Object.fromEntries(all), looks: cloud.requests.looks() }
}

async function done(
  cloud: LocalCloud,
  { name, fn, event, openid }: Pick<ValidCall, 'name' | 'fn' | 'event' | 'openid'>,
): Promise<unknown> {
  const answer = (await cloud.call(fn, event, openid || undefined)) as Answer
  if (!answer.ok) throw new Error(`${name} is refused: ${JSON.stringify(answer.error)}`)
  return answer.data
}

async function sealedToTheEnd(cloud: LocalCloud, { documents }: Stand): Promise<void> {
  const round = documents.rounds!.find(({ state }) => state === 'sealing')!
  const event = { action: 'seal', payload: { roundId: round._id, sendId: SEND, drive: true } }
  const call = {
    name: TO_THE_END,
    fn: 'round',
    event,
    openid: openidOf(administrator.memberId),
  }
  for (let calls = 0; calls < MOST_STEPS; calls++) {
    const { state } = (await done(cloud, call)) as { state: string }
    if (state === 'sealed') return
  }
  throw new Error(`${MOST_STEPS} calls did not end the sealing`)
}

const MOST_STEPS = 40

function withoutProposals({ documents, files }: Stand): Stand {
  return { documents: { ...documents, rounds: documents.rounds!.map((round) => ({ ...round, proposals: [] })) }, files }
}

export function total({ requests }: Cost): number {
  return Object.values(requests).reduce((sum, count) => sum + count, 0)
}
