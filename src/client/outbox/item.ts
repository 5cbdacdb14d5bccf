/** One thing on its way to the server, as it is kept: what goes out, under which id, and what became of it so far. */
import type { CallIn } from '../../contract'
import type { ErrorCode } from '../../contract/errors'

export type Action =
  | 'arrive'
  | 'saveMarks'
  | 'submit'
  | 'finding'
  | 'highlight'
  | 'deduct'
  | 'confirmDeduction'
  | 'photo'

/** As it is sent; what waits beside it is counted when it goes, a photo's file is uploaded first. */
export type Payload<A extends Action> = A extends 'photo' ? PhotoPayload : Omit<CallIn<'scoring', A>, 'waiting'>
export type PhotoPayload = Pick<CallIn<'scoring', 'photo'>, 'roundId' | 'villageId' | 'photoId' | 'of'> & {
  /** Once it lies in cloud storage. */
  uploaded: { fileId: string; bytes: number } | null
}

export type Refused = { code: ErrorCode; problem: string; at: number }

export type ItemOf<A extends Action> = {
  /** The send's id; the same id is the same send, on every phone. */
  id: string
  /** In the order in which they were made. */
  seq: number
  action: A
  payload: Payload<A>
  since: number
  /** How often it set out. More than 0 and still here: its outcome is unknown. */
  tries: number
  refused: Refused | null
  /** From another phone's exported queue. */
  imported: boolean
}
export type Item = { [A in Action]: ItemOf<A> }[Action]
export type NewItem = { [A in Action]: Pick<ItemOf<A>, 'id' | 'action' | 'payload' | 'since'> }[Action]

type About = { [A in Action]: Pick<ItemOf<A>, 'id' | 'action' | 'payload'> }[Action]

/** Things that must keep their order share a lane; lanes do not hold up each other. */
export function laneOf(item: About): string {
  switch (item.action) {
    case 'arrive':
    case 'saveMarks':
    case 'submit':
      return cardLane(item.payload.roundId, item.payload.villageId)
    case 'photo':
      return `photo/${item.payload.photoId}`
    default:
      return `record/${recordIdOf(item)}`
  }
}

export function cardLane(roundId: string, villageId: string): string {
  return `card/${roundId}/${villageId}`
}

/** Of a finding, a highlight, a deduction, a confirmation. */
export function recordIdOf(item: About): string | undefined {
  switch (item.action) {
    case 'finding':
      return item.payload.findingId
    case 'highlight':
      return item.payload.highlightId
    case 'deduct':
    case 'confirmDeduction':
      return item.payload.deductionId
    default:
      return undefined
  }
}

const ACTIONS: readonly string[] = [
  'arrive',
  'saveMarks',
  'submit',
  'finding',
  'highlight',
  'deduct',
  'confirmDeduction',
  'photo',
] satisfies Action[]

/** Whether a value that was kept, or that a file brought, is an item at all. What it says is for the server to judge. */
export function isItem(value: unknown): value is Item {
  if (!isObject(value) || !isObject(value.payload)) return false
  const { id, seq, action, payload, since, tries, refused, imported } = value
  return (
    typeof id === 'string' &&
    typeof seq === 'number' &&
    typeof action === 'string' &&
    ACTIONS.includes(action) &&
    typeof payload.roundId === 'string' &&
    typeof payload.villageId === 'string' &&
    (action !== 'saveMarks' || Array.isArray(payload.changes)) &&
    (action !== 'submit' || isObject(payload.marks)) &&
    typeof since === 'number' &&
    typeof tries === 'number' &&
    (refused === null || (isObject(refused) && typeof refused.code === 'string')) &&
    typeof imported === 'boolean'
  )
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
