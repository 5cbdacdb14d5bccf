/**
 * A history: clients try transactions on a few lists of their own at the same time, in some weather, and what they saw is
 * written down; when all have ended, one more reads every list. `by turns`: the gate lets one request through at a time,
 * and the seed says whose, so that a seed is the same history again; `freely`: as the sockets have it, with plain appends
 * among the transactions, which wait for locks.
 */
import type { LocalCloud } from '../../local-cloud'
import type { HeldRequest } from '../../local-cloud/gate'
import { type Chance, chanceFrom } from '../phone/chance'
import { type Client, isConflict, type Lists } from './clients'
import type { History, Op, Tried } from './history'
import type { Weather } from './weather'

const CLIENTS = 8
const KEYS = 5

export interface Way {
  client: (cloud: LocalCloud) => Client
  order: 'by turns' | 'freely'
}

/** `transactions`: attempts at least; none of the weather in the last, which reads. */
export async function recordedHistory(
  cloud: LocalCloud,
  weather: Weather,
  { client, order }: Way,
  { seed, transactions }: { seed: number; transactions: number },
): Promise<History> {
  const recorder = recorderOf(seed, transactions)
  const chance = chanceFrom(seed)
  weather.begin(seed)
  const clients = Array.from({ length: CLIENTS }, (_, n) => () => {
    const itsChance = chance.forPart(n)
    const itsPlain = order === 'freely' ? 0.15 : 0
    return tryUntilEnough(client(cloud), recorder, itsChance, itsPlain)
  })
  if (order === 'freely') await Promise.all(clients.map((begin) => begin()))
  else await byTurns(cloud, clients, chance.forPart(CLIENTS))
  weather.end()
  await readAll(client(cloud), recorder)
  return recorder.history
}

type Recorder = ReturnType<typeof recorderOf>

function recorderOf(seed: number, transactions: number) {
  const history: Tried[] = []
  let clock = 0
  let value = 0
  return {
    history,
    keys: Array.from({ length: KEYS }, (_, n) => `${seed}-${n}`),
    isEnough: () => history.length >= transactions,
    nextValue: () => ++value,
    begin(): Tried & { ops: Op[] } {
      const tried = {
        name: `t${history.length}`,
        begunAt: ++clock,
        endedAt: Infinity,
        outcome: 'aborted' as const,
        ops: [],
      }
      history.push(tried)
      return tried
    },
    end(tried: Tried, outcome: Tried['outcome']): void {
      Object.assign(tried, { outcome, endedAt: ++clock })
    },
  }
}

async function tryUntilEnough(client: Client, recorder: Recorder, chance: Chance, plain: number): Promise<void> {
  while (!recorder.isEnough())
    await (chance.happens(plain) ? plainAppend(client, recorder, chance) : transaction(client, recorder, chance))
}

async function transaction(client: Client, recorder: Recorder, chance: Chance): Promise<void> {
  const plan = Array.from({ length: chance.between(1, 4) }, () => ({
    key: chance.oneOf(recorder.keys),
    act: chance.oneOf(['read', 'read', 'push', 'replace'] as const),
  }))
  let tried: (Tried & { ops: Op[] }) | null = null
  let hasAsked = false
  const began = () => {
    // Again: the attempt before ended in a conflict at its commit.
    if (tried) recorder.end(tried, 'aborted')
    hasAsked = false
    tried = recorder.begin()
    return tried
  }
  try {
    await client.transact(async (lists) => {
      const { ops } = began()
      for (const { key, act } of plan) {
        if (act === 'read') await read(lists, key, ops)
        else await append(lists, key, recorder.nextValue(), act, ops)
      }
      hasAsked = true
    })
    recorder.end(tried!, 'committed')
  } catch (error) {
    // Null: it did not even begin.
    if (tried) recorder.end(tried, hasAsked && !isConflict(error) ? 'unknown' : 'aborted')
  }
}

async function read(lists: Lists, key: string, ops: Op[]): Promise<readonly number[]> {
  const list = (await lists.read(key)) ?? []
  ops.push({ do: 'read', key, list })
  return list
}

/** Blindly, or by replacing the list that was read; where there is no list it is made. */
async function append(lists: Lists, key: string, value: number, how: 'push' | 'replace', ops: Op[]): Promise<void> {
  const list = how === 'replace' ? await read(lists, key, ops) : []
  ops.push({ do: 'append', key, value })
  if (how === 'push' && (await lists.push(key, value))) return
  await lists.replace(key, [...list, value])
}

async function plainAppend({ plain }: Client, recorder: Recorder, chance: Chance): Promise<void> {
  const [tried, key, value] = [recorder.begin(), chance.oneOf(recorder.keys), recorder.nextValue()]
  tried.ops.push({ do: 'append', key, value })
  try {
    recorder.end(tried, (await plain.push(key, value)) ? 'committed' : 'aborted')
  } catch (error) {
    recorder.end(tried, isConflict(error) ? 'aborted' : 'unknown')
  }
}

async function readAll({ plain }: Client, recorder: Recorder): Promise<void> {
  const tried = recorder.begin()
  for (const key of recorder.keys) await read(plain, key, tried.ops)
  recorder.end(tried, 'committed')
}

/** One request at a time: between two, its client comes to the door again or ends, so nobody's order is left to chance. */
async function byTurns(cloud: LocalCloud, clients: readonly (() => Promise<void>)[], chance: Chance): Promise<void> {
  const { gate } = cloud
  gate.close()
  try {
    const waiting: { done: Promise<void>; request: HeldRequest }[] = []
    for (const begin of clients) {
      const done = begin()
      const request = await gate.next(done)
      if (request) waiting.push({ done, request })
    }
    while (waiting.length > 0) {
      const at = chance.between(0, waiting.length - 1)
      const { done, request } = waiting[at]!
      request.release()
      const next = await gate.next(done)
      if (next) waiting[at] = { done, request: next }
      else waiting.splice(at, 1)
    }
  } finally {
    gate.open()
  }
}
