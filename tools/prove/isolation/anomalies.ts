/**
 * What a history of reads and appends shows that snapshot isolation forbids, in the manner of Elle (Kingsbury and
 * Alvaro, 2020): the longest list read of a key is the order of its appends; from it follow the dependencies
 * (dependencies.ts). A transaction of unknown outcome was done if any of its appends was ever seen, and is otherwise
 * left out.
 */
import { type Cycle, cyclesOf, type Dependency, wordsOf } from './dependencies'
import type { History, Op, Tried } from './history'

export type AnomalyName =
  | Exclude<Cycle['name'], 'G2-item'>
  /** Of an aborted transaction. */
  | 'aborted read (G1a)'
  /** What its transaction appended to again later. */
  | 'intermediate read (G1b)'
  /** Acknowledged, and in no list. */
  | 'lost append'
  /** Acknowledged before the reader began, and not in its list. */
  | 'stale read'
  | 'duplicate append'
  /** Two lists of which neither begins with the other. */
  | 'incompatible order'
  /** Its own appends missing, or another list than it read before. */
  | 'not what it read or wrote itself'
  | 'never appended'

export interface Anomaly {
  name: AnomalyName
  what: string
}

export interface Findings {
  anomalies: Anomaly[]
  /** Cycles of G2-item: write skew, which snapshot isolation allows. */
  writeSkews: string[]
}

export function findingsIn(history: History): Findings {
  const writers = writersOf(history)
  const lists = longestLists(history)
  const done = new Set(history.filter((tried) => wasDone(tried, lists)))
  const anomalies = [
    ...history.flatMap((tried) => readsOf(tried).flatMap((read) => wrongInRead(tried, read, writers, lists, done))),
    ...history.flatMap(wrongWithin),
    ...unseen(history, lists, done),
  ]
  const cycles = cyclesOf(dependenciesOf([...done], writers, lists))
  const isSkew = ({ name }: Cycle) => name === 'G2-item'
  return {
    anomalies: [
      ...anomalies,
      ...cycles
        .filter((cycle) => !isSkew(cycle))
        .map((cycle) => ({ name: cycle.name as AnomalyName, what: wordsOf(cycle) })),
    ],
    writeSkews: cycles.filter(isSkew).map(wordsOf),
  }
}

type Read = Extract<Op, { do: 'read' }>
type Append = Extract<Op, { do: 'append' }>
type Writers = ReadonlyMap<number, Tried>
type Lists = ReadonlyMap<string, readonly number[]>

const readsOf = ({ ops }: Tried) => ops.filter((op): op is Read => op.do === 'read')
const appendsOf = ({ ops }: Tried) => ops.filter((op): op is Append => op.do === 'append')

function writersOf(history: History): Writers {
  return new Map(history.flatMap((tried) => appendsOf(tried).map(({ value }) => [value, tried] as const)))
}

/** By key. What a transaction that was not done read holds its own appends, which are in no order. */
function longestLists(history: History): Lists {
  const longest = new Map<string, readonly number[]>()
  for (const tried of history)
    for (const { key, list } of readsOf(tried)) {
      const seen = tried.outcome === 'committed' ? list : withoutOwn(tried, list)
      if (seen.length > (longest.get(key)?.length ?? -1)) longest.set(key, seen)
    }
  return longest
}

function withoutOwn(tried: Tried, list: readonly number[]): readonly number[] {
  const own = new Set(appendsOf(tried).map(({ value }) => value))
  return list.filter((value) => !own.has(value))
}

function wasDone(tried: Tried, lists: Lists): boolean {
  if (tried.outcome !== 'unknown') return tried.outcome === 'committed'
  return appendsOf(tried).some(({ key, value }) => lists.get(key)?.includes(value))
}

function wrongInRead(
  tried: Tried,
  { key, list }: Read,
  writers: Writers,
  lists: Lists,
  done: ReadonlySet<Tried>,
): Anomaly[] {
  const found: Anomaly[] = []
  const say = (name: AnomalyName, what: string) =>
    found.push({ name, what: `${tried.name} read ${key} = [${list}]: ${what}` })
  if (new Set(list).size < list.length) say('duplicate append', 'a value stands in it twice')
  const others = withoutOwn(tried, list)
  for (const value of others) {
    const writer = writers.get(value)
    if (!writer) say('never appended', `${value}`)
    else if (writer.outcome === 'aborted') say('aborted read (G1a)', `${value} is of ${writer.name}, aborted`)
  }
  const last = others[others.length - 1]
  const writer = last === undefined ? undefined : writers.get(last)
  const later =
    writer &&
    appendsOf(writer)
      .filter((append) => append.key === key)
      .pop()
  if (later && later.value !== last) say('intermediate read (G1b)', `${writer.name} appended ${later.value} as well`)
  const seen = done.has(tried) ? list : others
  const longest = lists.get(key)!
  if (seen.some((value, n) => longest[n] !== value)) say('incompatible order', `another read [${longest}]`)
  return found
}

/** A transaction sees what it saw before and what it appended itself, and nothing new. */
function wrongWithin(tried: Tried): Anomaly[] {
  const known = new Map<string, readonly number[]>()
  const own = new Map<string, readonly number[]>()
  return tried.ops.flatMap((op): Anomaly[] => {
    if (op.do === 'append') {
      for (const lists of [known, own]) {
        const list = lists.get(op.key)
        if (list || lists === own) lists.set(op.key, [...(list ?? []), op.value])
      }
      return []
    }
    const should = known.get(op.key) ?? own.get(op.key) ?? []
    const isRight = known.has(op.key)
      ? same(op.list, should)
      : same(op.list.slice(op.list.length - should.length), should)
    known.set(op.key, op.list)
    const what = `${tried.name} read ${op.key} = [${op.list}], after [${should}] of what it read or wrote before`
    return isRight ? [] : [{ name: 'not what it read or wrote itself', what }]
  })
}

/** What was acknowledged is in every list whose reader began later. */
function unseen(history: History, lists: Lists, done: ReadonlySet<Tried>): Anomaly[] {
  const found: Anomaly[] = []
  const readers = history.flatMap((tried) =>
    readsOf(tried).map((read) => ({ ...read, tried, seen: new Set(read.list) })),
  )
  for (const writer of done)
    for (const { key, value } of appendsOf(writer)) {
      if (!lists.get(key)?.includes(value)) {
        found.push({
          name: 'lost append',
          what: `${value} of ${writer.name} (${writer.outcome}) is in no list of ${key}`,
        })
        continue
      }
      const without = readers.find(
        (read) => read.key === key && read.tried.begunAt > writer.endedAt && !read.seen.has(value),
      )
      if (writer.outcome === 'committed' && without)
        found.push({
          name: 'stale read',
          what: `${without.tried.name} began after ${writer.name} and read ${key} without ${value}`,
        })
    }
  return found
}

function dependenciesOf(done: readonly Tried[], writers: Writers, lists: Lists): Dependency[] {
  const found: Dependency[] = []
  const add = (from: Tried | undefined, to: Tried | undefined, kind: Dependency['kind'], key: string) => {
    if (from && to && from !== to) found.push({ from, to, kind, key })
  }
  for (const [key, list] of lists)
    for (const [n, value] of list.entries()) if (n > 0) add(writers.get(list[n - 1]!), writers.get(value), 'ww', key)
  for (const tried of done)
    for (const { key, list } of readsOf(tried)) {
      const others = withoutOwn(tried, list)
      const last = others[others.length - 1]
      if (last !== undefined) add(writers.get(last), tried, 'wr', key)
      const next = lists.get(key)![others.length]
      if (next !== undefined) add(tried, writers.get(next), 'rw', key)
    }
  return found
}

const same = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((value, n) => value === other[n])
