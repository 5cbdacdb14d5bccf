/** The cases, one after the other, on whatever target `on` reaches; what differs from the documents. */
import { isDeepStrictEqual } from 'node:util'
import type { Case, Collection, Db, On } from './case'

export interface Outcome {
  one: Case
  /** The how-manieth of its subject, from 1. */
  nth: number
  expected: unknown
  got: unknown
  differs: boolean
  /** The local cloud answers otherwise than is documented, and means to. */
  deviation?: string
}

export interface Names {
  things: string
  others: string
}

/** The SDK's database, pointed at a target, as the cases use it. */
export function onTarget(db: Db, names: Names): On {
  const [things, others] = [db.collection(names.things), db.collection(names.others)]
  return { db, things, others, names, _: db.command, $: db.command.aggregate }
}

/** `isLocal`: where a case says that the local cloud answers otherwise, that is expected. */
export async function runCases(cases: readonly Case[], on: On, isLocal: boolean): Promise<Outcome[]> {
  const nths = new Map<string, number>()
  const outcomes: Outcome[] = []
  for (const one of cases) {
    const nth = (nths.get(one.of) ?? 0) + 1
    nths.set(one.of, nth)
    const got = await asked(one, on)
    const here = isLocal ? one.here : undefined
    const differs = here?.refused
      ? !(isRefusal(got) && here.refused.test(got.refused))
      : !isAlike(here && 'answer' in here ? here.answer : one.answer, got)
    outcomes.push({
      one,
      nth,
      expected: here?.refused ? `refused: ${here.refused}` : (here?.answer ?? one.answer),
      got,
      differs,
      ...(here && { deviation: here.why }),
    })
  }
  return outcomes
}

interface Refusal {
  refused: string
}

async function asked(one: Case, on: On): Promise<unknown> {
  try {
    await fill(on.things, one.documents)
    await fill(on.others, one.others ?? [])
    return plain(await one.ask(on))
  } catch (error) {
    const { errMsg, message } = error as { errMsg?: string; message?: string }
    return { refused: String(errMsg ?? message ?? error) } satisfies Refusal
  }
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}

/** Empties a collection and puts these in. Only in a target's own collections. */
export async function fill(collection: Collection, documents: readonly object[]): Promise<void> {
  await empty(collection)
  if (documents.length > 0) await collection.add({ data: documents })
}

export async function empty(collection: Collection): Promise<void> {
  await collection.where({ _id: /^/ }).remove()
}

/** The last places of a quotient or a root may differ from one machine to another. */
export function isAlike(expected: unknown, got: unknown): boolean {
  return isDeepStrictEqual(rounded(plain(expected)), rounded(plain(got)))
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return Number(value.toPrecision(13))
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rounded(inner)]))
}

/** Of this realm, so that what a test or the SDK made compares with what is written here. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (Object.prototype.toString.call(value) === '[object Date]') return new Date((value as Date).getTime())
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}
