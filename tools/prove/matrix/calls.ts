/** Every call at one moment, and what is wrong with its answer. */
import type { Answer } from '../../../src/contract/errors'
import type { RoundState } from '../../../src/contract/parts'
import type { LocalCloud } from '../../local-cloud'
import type { Stage, Stand } from '../seals/stage'
import { type Moment, moments, stateAt } from './moments'
import type { Objects } from './objects'
import { people } from './people'
import { saysMore } from './refusal'
import { type Expected, expected, expectedNowhere, isAtTheDoor, type Row } from './row'
import type { Action } from './rows'

export interface Cell {
  /** Action, person and moment, as a failure names it. */
  name: string
  fn: string
  /** What is sent; of the platform's clock: the trigger that goes off. */
  event: { action: string; payload: object } | TimerEvent | { trigger: string }
  openid: string
  expected: Expected
  moment: Moment
  /** Of the round that is called; absent: the moment's. */
  state?: RoundState
  /** Allowed, and meant to write. */
  writes: boolean
  /** Another moment, or person, would say the same, and each is the one asked as often. */
  isOneOfMany?: boolean
}

/** As the platform's clock sends it; whoever calls a function can send it too. */
export interface TimerEvent {
  Type: 'Timer'
  TriggerName: string
  Time: string
}

export interface Called {
  cell: Cell
  answer: Answer
  /** Null: as it should be. */
  wrong: string | null
}

/** Calls at once: what is refused changes nothing, so it matters to nobody else. */
const AT_ONCE = 8

export function cellsAt(moment: Moment, actions: readonly Action[], objects: Objects): Cell[] {
  const at = moments.indexOf(moment)
  const asked = actions.flatMap((action, n) => (action.row.asked?.includes(moment) === false ? [] : [{ ...action, n }]))
  return asked.flatMap(({ fn, action, name, row, n }) =>
    people.map((person, who) => {
      const will = expected(row, person, moment)
      return {
        name: `${name} by ${person.name} in ${moment}`,
        fn,
        event: { action, payload: row.send(objects, person) },
        openid: person.openid,
        expected: will,
        moment,
        ...(row.state && { state: row.state }),
        writes: will.may && !row.reads,
        isOneOfMany: (row.ofNoRound || isAtTheDoor(row, person)) && (n + who) % moments.length !== at,
      }
    }),
  )
}

/** Beside the round's life, once each: a field that no action knows, and a round that nobody knows. */
export function cellsBeside(actions: readonly Action[], objects: Objects): Cell[] {
  const moment = 'running'
  return actions.flatMap(({ fn, action, name, row }, n) =>
    people.flatMap((person, who) => {
      const { openid } = person
      const payload = row.send(objects, person)
      const common = { fn, openid, moment, writes: false } as const
      const strange: Cell = {
        ...common,
        name: `${name} by ${person.name} with a field too many`,
        event: { action, payload: { ...payload, by: 'M01' } },
        expected: { may: false, code: 'invalid' },
        // Asked before anybody is looked at.
        isOneOfMany: (n + who) % moments.length !== 0,
      }
      if (!isOfRound(payload, row)) return [strange]
      const nowhere: Cell = {
        ...common,
        name: `${name} by ${person.name} of a round that nobody knows`,
        event: { action, payload: { ...payload, roundId: 'nowhere' } },
        expected: expectedNowhere(row, person),
        isOneOfMany: expectedNowhere(row, person).code === 'notAllowed' && (n + who) % moments.length !== 0,
      }
      return [strange, nowhere]
    }),
  )
}

/** Whose round the door itself looks up: not the survey's, which asks its gate. */
function isOfRound(payload: object, { may, anyRound }: Row): boolean {
  return 'roundId' in payload && !anyRound && !('V' in may) && !('withoutRole' in may)
}

export function callsOn(cloud: LocalCloud, stage: Stage) {
  return { callAll }

  async function callAll(cells: readonly Cell[], stand: Stand): Promise<Called[]> {
    stage.putBack(stand)
    // As the store itself orders it: what is put back again and again is compared with that.
    const there = stage.stand()
    const reading = await readAll(cells.filter(({ writes }) => !writes))
    const writing: Called[] = []
    for (const cell of cells.filter(({ writes }) => writes)) writing.push(await write(cell, there))
    return [...reading, ...writing]
  }

  /** All that must write nothing, several at once; where something was written all the same, one by one to say what did. */
  async function readAll(cells: readonly Cell[]): Promise<Called[]> {
    const before = stored()
    const called: Called[] = []
    const left = [...cells]
    const worker = async () => {
      for (let cell = left.pop(); cell; cell = left.pop()) called.push(await judged(cell))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    if (stored() === before) return called
    const again: Called[] = []
    for (const cell of cells) again.push(await read(cell))
    return again
  }

  async function read(cell: Cell): Promise<Called> {
    const before = stored()
    const called = await judged(cell)
    return stored() === before ? called : { ...called, wrong: called.wrong ?? 'it writes' }
  }

  async function write(cell: Cell, stand: Stand): Promise<Called> {
    const before = stored()
    const called = await judged(cell)
    const isChanged = stored() !== before
    if (isChanged) stage.putBack(stand)
    return isChanged && !called.answer.ok ? { ...called, wrong: called.wrong ?? 'it fails and writes' } : called
  }

  /** Another one where anything was written, changed or removed. */
  function stored(): string {
    return `${cloud.version()} ${stage.paths().join(' ')}`
  }

  async function judged(cell: Cell): Promise<Called> {
    const answer = (await ('trigger' in cell.event
      ? cloud.trigger(cell.fn, cell.event.trigger)
      : cloud.call(cell.fn, cell.event, cell.openid || undefined))) as Answer
    return { cell, answer, wrong: wrongIn(answer, cell) }
  }
}

export function wrongIn(
  answer: Answer,
  { expected: will, moment, state = stateAt[moment] }: Pick<Cell, 'expected' | 'moment' | 'state'>,
): string | null {
  if (answer.ok) return will.may ? null : `is allowed, where ${will.code} was due`
  const { code, details } = answer.error
  const more = saysMore(answer)
  if (more) return `${code}: ${more}`
  if (will.may) return will.inside.includes(code) ? null : `is refused: ${code}`
  if (code !== will.code) return `is refused with ${code}, where ${will.code} was due`
  if (code === 'notAllowed' && details) return 'says more than that it is not allowed'
  if (code === 'wrongState' && JSON.stringify(details) !== JSON.stringify({ state }))
    return `says another state: ${JSON.stringify(details)}`
  return null
}

/** A refusal that `wrongIn` holds to the byte: what is stored cannot show in it. */
export function isSettled({ expected: will }: Cell): boolean {
  return !will.may && (will.code === 'notAllowed' || will.code === 'wrongState')
}
