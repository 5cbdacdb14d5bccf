/** What the check of *ready* looks at, and a line of what it finds. */
import type { Responsibility } from '../recusal'
import type { Inspector, NotApplicable, Scheme, Stop } from '../round-file'
import type { Place } from '../route-suggestion'

export type ReadyFacts = {
  scheme: Pick<Scheme, 'title' | 'version' | 'weights' | 'indicators' | 'minInspectors'>
  /** Inspectors that every pair of villages must share. */
  sharedInspectors: number
  /** `YYYY-MM-DD` in Asia/Shanghai, and today's. */
  day: string
  today: string
  /** Milliseconds: when the survey opens, and now. */
  opensAt: number
  now: number
  /** In the order of the route. */
  stops: readonly Stop[]
  /** Those of the route, in its order. */
  villages: readonly ReadyVillage[]
  /** `bound`: has a phone; `gone`: no inspector any more. */
  panel: readonly (Inspector & { bound: boolean; gone: boolean })[]
  goals: readonly { goalId: string; villageId: string; title: string; state: 'declared' | 'approved' | 'returned' }[]
  measurements: readonly { villageId: string; indicatorId: string; state: 'entered' | 'checked' | 'returned' }[]
  notApplicable: readonly NotApplicable[]
  notApplicableDecided: boolean
  /** A real round that is not sealed yet. */
  otherRound: { number: number } | null
}

export type ReadyVillage = {
  id: string
  name: string
  districtId: string
  /** Null: nobody knows. */
  location: Place | null
  responsibilities: readonly Responsibility[]
  /** Names of its officers, its town's too. */
  officers: readonly string[]
}

export type ReadyCode =
  | 'scheme'
  | 'stops'
  | 'drive'
  | 'day'
  | 'goals'
  | 'measurements'
  | 'notApplicable'
  | 'inspectors'
  | 'connected'
  | 'shared'
  | 'unevenDistricts'
  | 'unbound'
  | 'namesake'
  | 'responsibility'
  | 'otherRound'

/** `waitsFor`: whose turn it is, in words; empty: the reader's own, or nobody's. */
export type ReadyLine = {
  code: ReadyCode
  state: 'done' | 'missing' | 'warning'
  text: string
  waitsFor: string
  villageIds: string[]
}

export function done(code: ReadyCode, text: string): ReadyLine {
  return { code, state: 'done', text, waitsFor: '', villageIds: [] }
}

export function missing(code: ReadyCode, text: string, more: Partial<ReadyLine> = {}): ReadyLine {
  return { code, state: 'missing', text, waitsFor: '', villageIds: [], ...more }
}

export function warning(code: ReadyCode, text: string, more: Partial<ReadyLine> = {}): ReadyLine {
  return { ...missing(code, text, more), state: 'warning' }
}
