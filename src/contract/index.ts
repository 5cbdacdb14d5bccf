/** The only door between phone and cloud: a table of functions, each a table of actions. */
import type { Calls, In, Out } from './calls'
import { member } from './member'
import { programme } from './programme'
import { ranking } from './ranking'
import { round } from './round'
import { scoring } from './scoring'
import { survey } from './survey'

export const contract = { member, programme, round, scoring, survey, ranking } satisfies Record<string, Calls>

export type Contract = typeof contract
export type FunctionName = keyof Contract
export type ActionName<F extends FunctionName> = keyof Contract[F] & string
export type CallIn<F extends FunctionName, A extends ActionName<F>> = Contract[F][A] extends infer C extends
  Calls[string]
  ? In<C>
  : never
export type CallOut<F extends FunctionName, A extends ActionName<F>> = Contract[F][A] extends infer C extends
  Calls[string]
  ? Out<C>
  : never
