/** Where in a round's life a call is made. A state that holds more than one situation stands here more than once. */
import type { RoundState } from '../../../src/contract/parts'

export const stateAt = {
  draft: 'draft',
  /** Ready, and the survey's window has not opened yet. */
  beforeWindow: 'ready',
  ready: 'ready',
  running: 'running',
  /** Just closed: appeals wait, late sends have come. */
  closed: 'closed',
  /** Every appeal decided, every window over: it can be sealed. */
  settled: 'closed',
  /** Back from sealed, to correct it. */
  reopened: 'closed',
  sealing: 'sealing',
  sealed: 'sealed',
  announced: 'announced',
  archived: 'archived',
} as const satisfies Record<string, RoundState>

export type Moment = keyof typeof stateAt
export const moments = Object.keys(stateAt) as Moment[]

/** All moments of these states. */
export function when(...states: RoundState[]): Moment[] {
  return moments.filter((moment) => states.includes(stateAt[moment]))
}

/** Until here nobody may learn of a score. */
export const beforeSealed = moments.filter((moment) => !['sealed', 'announced', 'archived'].includes(moment))
