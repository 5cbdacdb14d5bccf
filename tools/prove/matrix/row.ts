/**
 * One row of the matrix: an action, who may call it and when, as docs/data.md and docs/domain.md say it. Written by hand
 * from the documents, never from the functions' own tables: the proof is that both say the same.
 *
 * A new action is a line in rows/<function>.ts:
 *
 *   archive: { may: { A: when('announced') }, send: ({ roundId }) => ({ roundId, sendId: SEND }) },
 *
 * `may`: the letters of docs/data.md with the moments in which each may; `but(…)` where a person whom the letter lets in is
 * refused for what the call is about; `reads: true` for what must not write even where it is allowed; `inside`: how a call
 * may fail that went through the door. An action that is called in several ways has one row for each, by name (agree). What
 * it acts on, where the small round does not hold it yet, goes into objects.ts (its id) and into stands.ts or, where it is
 * beside the round's life, beside.ts (its document). What also stands for a rehearsal is a line in rows/rehearsal.ts. The
 * compiler asks for a row of every action in the contract, and the proof asks again.
 *
 * Which refusal comes first is the same for all, and is said here alone: an event that is no payload (`invalid`), a person
 * whom no letter means (`notAllowed`), a moment that is not theirs (`wrongState`), what the call is about (`but`).
 */
import type { ActionName, CallIn, FunctionName } from '../../../src/contract'
import type { ErrorCode } from '../../../src/contract/errors'
import type { RoundState } from '../../../src/contract/parts'
import { type Moment, moments } from './moments'
import type { Objects } from './objects'
import { isOne, type Letter, type Person } from './people'

export interface Row<Send = object> {
  may: Partial<Record<Letter, Grant>>
  send(of: Objects, person: Person): Send
  reads?: true
  /** How it is refused to whom no letter means; absent: `notAllowed`. */
  notTheirs?(person: Person): ErrorCode
  /** How it is refused at another time; absent: `wrongState`. */
  outside?(moment: Moment): ErrorCode
  /** Of the round that is called where it is another one than the small round; absent: the moment's. */
  state?: RoundState
  /** It is about no round: the moment does not matter, so CI asks each person at one of them. */
  ofNoRound?: true
  /** A round that nobody knows is not refused: where that is so, it has a row. */
  anyRound?: true
  /** At which moments it is asked; absent: all. */
  asked?: readonly Moment[]
  /** Codes with which a call may fail once it is in; absent: none. */
  inside?(moment: Moment): readonly ErrorCode[]
}

/** When; and why not, though it is the time. */
export type Grant = readonly Moment[] | { in: readonly Moment[]; unless: readonly Unless[] }
export type Unless = (person: Person, moment: Moment) => ErrorCode | undefined

/** One row an action, or one for each way of calling it. */
export type RowsOf<F extends FunctionName> = {
  [A in ActionName<F>]: Row<CallIn<F, A>> | { [way: string]: Row<CallIn<F, A>> }
}

/** The first reason that meets the person is the refusal. */
export function but(moments: readonly Moment[], ...unless: Unless[]): Grant {
  return { in: moments, unless }
}

export type Expected = { may: true; inside: readonly ErrorCode[] } | { may: false; code: ErrorCode }

/** Whoever holds two roles may what either may; else the refusal of the role that came furthest. */
export function expected(row: Row, person: Person, moment: Moment): Expected {
  const grants = (Object.keys(row.may) as Letter[])
    .filter((letter) => isOne(letter, person))
    .map((one) => row.may[one]!)
  if (grants.length === 0) return { may: false, code: row.notTheirs?.(person) ?? 'notAllowed' }
  const inTime = grants.map(parts).filter((grant) => grant.in.includes(moment))
  if (inTime.length === 0) return { may: false, code: row.outside?.(moment) ?? 'wrongState' }
  const refusals = inTime.map(({ unless }) =>
    unless.map((why) => why(person, moment)).find((code) => code !== undefined),
  )
  if (refusals.includes(undefined)) return { may: true, inside: row.inside?.(moment) ?? [] }
  return { may: false, code: refusals[0]! }
}

/** Refused as a stranger is, whatever the moment. */
export function isAtTheDoor(row: Row, person: Person): boolean {
  return moments.every((moment) => {
    const will = expected(row, person, moment)
    return !will.may && will.code === 'notAllowed'
  })
}

/** Of a round that nobody knows: who sits on its panel cannot be said, so an inspector is nobody there. */
export function expectedNowhere(row: Row, person: Person): Extract<Expected, { may: false }> {
  const letters = (Object.keys(row.may) as Letter[]).filter((letter) => letter !== 'I' && isOne(letter, person))
  return { may: false, code: letters.length > 0 ? 'notFound' : 'notAllowed' }
}

function parts(grant: Grant): { in: readonly Moment[]; unless: readonly Unless[] } {
  return 'in' in grant ? grant : { in: grant, unless: [] }
}
