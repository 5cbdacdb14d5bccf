/** A valid call of every action in every way of calling it: the matrix's own. */
import type { ErrorCode } from '../../../src/contract/errors'
import { type Moment, moments } from '../matrix/moments'
import type { Objects } from '../matrix/objects'
import { isOne, type Letter, people } from '../matrix/people'
import { expected } from '../matrix/row'
import { type Action, actions } from '../matrix/rows'

export interface ValidCall {
  name: string
  fn: string
  event: { action: string; payload: object }
  openid: string
  moment: Moment
  /** What it proposes waits already wherever it may be proposed: it is called where nothing waits. */
  whereNothingWaits: boolean
}

/** `isEverybody`: one for each kind of person who may, else one. What the matrix expects to fail is left out. */
export function validCalls(objects: Objects, isEverybody: boolean, of: readonly Action[] = actions): ValidCall[] {
  return of.flatMap((action) => {
    const calls = (Object.keys(action.row.may) as Letter[]).flatMap((letter) => callBy(letter, action, objects) ?? [])
    return isEverybody ? calls : calls.slice(0, 1)
  })
}

/** Of the contract's actions those that no valid call is of. */
export function uncalled(calls: readonly ValidCall[], of: readonly Action[] = actions): string[] {
  const called = new Set(calls.map(({ fn, event }) => `${fn}.${event.action}`))
  return [...new Set(of.map(({ fn, action }) => `${fn}.${action}`))].filter((name) => !called.has(name))
}

/** What this person calls at this moment, allowed or not: `name` as the matrix has it, the way where there are several. */
export function callAs(name: string, who: string, moment: Moment, objects: Objects): ValidCall {
  const { fn, action, row } = actions.find((one) => one.name === name)!
  const person = people.find((one) => one.name === who)!
  const event = { action, payload: row.send(objects, person) }
  return { name: `${name} by ${who}`, fn, event, openid: person.openid, moment, whereNothingWaits: false }
}

function callBy(letter: Letter, action: Action, objects: Objects): ValidCall | null {
  return found(letter, action, objects, []) ?? found(letter, action, objects, ['alreadyProposed'])
}

function found(
  letter: Letter,
  { fn, action, name, row }: Action,
  objects: Objects,
  inside: readonly ErrorCode[],
): ValidCall | null {
  for (const moment of moments) {
    if (row.asked?.includes(moment) === false) continue
    for (const person of people.filter((one) => isOne(letter, one))) {
      const will = expected(row, person, moment)
      if (!will.may || will.inside.some((code) => !inside.includes(code))) continue
      return {
        name: `${name} by ${person.name}`,
        fn,
        event: { action, payload: row.send(objects, person) },
        openid: person.openid,
        moment,
        whereNothingWaits: will.inside.length > 0,
      }
    }
  }
  return null
}
