import type * as z from 'zod/mini'
import type { ErrorCode } from './errors'

/** One action of one cloud function: what goes in, what comes out, how it may be refused. */
export interface Call {
  in: z.ZodMiniType
  out: z.ZodMiniType
  /** Codes beyond those every action may answer (invalid, notAllowed, tryAgain). */
  fails: readonly ErrorCode[]
}

export type Calls = Record<string, Call>
export type In<C extends Call> = z.infer<C['in']>
export type Out<C extends Call> = z.infer<C['out']>

/** Keeps the literal shape of a table of calls, so that types can be inferred from it. */
export function calls<const T extends Calls>(table: T): T {
  return table
}
