/**
 * Whom an action's payloads are sent by, and when: somebody who may call it at a moment when it may be called, so that
 * nothing but the shape stands in the way. Taken from the contract and the matrix: a new action is fuzzed without a word.
 */
import { contract } from '../../../src/contract'
import type { Call } from '../../../src/contract/calls'
import { type Moment, moments } from '../matrix/moments'
import type { Objects } from '../matrix/objects'
import { type Person, people } from '../matrix/people'
import { expected, type Row } from '../matrix/row'
import { actions } from '../matrix/rows'
import type { Json } from './raw-json'

export interface Target {
  fn: string
  action: string
  /** `round.close` */
  name: string
  call: Call
  moment: Moment
  person: Person
  /** Payloads as they are meant, in each of the ways of calling it; the first one goes through at this moment. */
  bases: Json[]
  /** How the first one may be refused all the same: by what it is about. */
  inside: readonly string[]
  /** Nothing of it may be written, whoever calls. */
  reads: boolean
  /** Accounts without a role may call it. */
  isPublic: boolean
}

export const allActions: { fn: string; action: string; call: Call }[] = Object.entries(contract).flatMap(
  ([fn, calls]) => Object.entries(calls as Record<string, Call>).map(([action, call]) => ({ fn, action, call })),
)

export function targetsOf(objects: Objects): Target[] {
  return allActions.map(({ fn, action, call }) => {
    const name = `${fn}.${action}`
    const ways = actions.filter((one) => one.fn === fn && one.action === action).map(({ row }) => row)
    const chosen = ways.map((row) => mayCall(row)).sort(byFewestReasons)[0]
    if (!chosen) throw new Error(`${name}: nobody may call it at any moment, or the matrix has no row of it`)
    const { row, person, moment, inside } = chosen
    const bases = [row, ...ways.filter((way) => way !== row)].map((way) => way.send(objects, person) as unknown as Json)
    const isPublic = ways.some(({ may }) => 'V' in may || 'withoutRole' in may || 'notOfficer' in may)
    return { fn, action, name, call, moment, person, bases, inside, reads: ways.every(({ reads }) => reads), isPublic }
  })
}

export interface Reader {
  fn: string
  action: string
  name: string
  call: Call
  person: Person
  base: Json
}

/** Every reading call that is answered at a moment: what was taken in must not keep anybody from reading. */
export function readersAt(moment: Moment, objects: Objects): Reader[] {
  return actions.flatMap(({ fn, action, row }) => {
    const person = people.find((one) => expected(row, one, moment).may)
    const call = allActions.find((one) => one.fn === fn && one.action === action)?.call
    if (!row.reads || !person || !call) return []
    return [{ fn, action, name: `${fn}.${action}`, call, person, base: row.send(objects, person) as unknown as Json }]
  })
}

interface Chosen {
  row: Row
  person: Person
  moment: Moment
  inside: readonly string[]
}

/** Who and when, with the fewest ways of being refused after all. */
function mayCall(row: Row): Chosen | undefined {
  const found = (row.asked ?? moments).flatMap((moment) =>
    people.flatMap((person) => {
      const will = expected(row, person, moment)
      return will.may ? [{ row, person, moment, inside: will.inside }] : []
    }),
  )
  return found.sort(byFewestReasons)[0]
}

function byFewestReasons(one: Chosen | undefined, other: Chosen | undefined): number {
  return (one?.inside.length ?? 99) - (other?.inside.length ?? 99)
}
