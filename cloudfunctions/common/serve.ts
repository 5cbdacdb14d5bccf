/**
 * The handler of every cloud function: parse, identity, role, scope, state, run, errors, audit line. An action's
 * `run` reads like its story and does none of this by hand.
 */
import type { Call, Calls, In, Out } from '../../src/contract/calls'
import { type Answer, type ErrorCode, Failure, failure } from '../../src/contract/errors'
import type { Role, RoundState } from '../../src/contract/parts'
import { callerOpenid, type Database, database } from './cloud'
import type { AuditDoc, MemberDoc, RoundDoc } from './documents'
import { explain } from './explain'
import { patient } from './patient'
import { type Repositories, repositories } from './repositories'
import { seatOf } from './seat'
import { DEADLINE } from './writes'

export interface Shared {
  openid: string
  repos: Repositories
  /** Now, in milliseconds: one reading a call. */
  now: number
}
export interface AnybodyContext extends Shared {
  me: MemberDoc | null
}
export interface MemberContext extends Shared {
  me: MemberDoc
}
export interface RoundContext extends MemberContext {
  round: RoundDoc
}
export interface PublicRoundContext extends AnybodyContext {
  round: RoundDoc
}

/** One line of the audit: `key` makes a retry write the same line. */
export interface AuditLine {
  key: string
  on: string
  before?: unknown
  after?: unknown
  reason?: string
}

type Run<C extends Call, X> = (send: In<C>, context: X) => Promise<Out<C>>
/** `round` as it was before the action, where the action has states. */
type AuditContext = MemberContext & Partial<Pick<RoundContext, 'round'>>
type Audit<C extends Call> =
  | ((send: In<C>, out: Out<C>, context: AuditContext) => AuditLine | null | Promise<AuditLine | null>)
  | undefined
/** `roles` are who may: of `everybody` it is not even looked up who they are. `states` are the round's states it may happen in (the send then names a `roundId`). */
export type Action<C extends Call> =
  | { roles: 'everybody'; states?: undefined; audit?: undefined; run: Run<C, Shared> }
  | { roles: 'anybody'; states?: undefined; audit?: undefined; run: Run<C, AnybodyContext> }
  | { roles: 'anybody'; states: readonly RoundState[]; audit?: undefined; run: Run<C, PublicRoundContext> }
  | { roles: readonly Role[]; states?: undefined; audit?: Audit<C>; run: Run<C, MemberContext> }
  | { roles: readonly Role[]; states: readonly RoundState[]; audit?: Audit<C>; run: Run<C, RoundContext> }

export type Actions<T extends Calls> = { [A in keyof T]: Action<T[A]> }

/** What the platform hands a function; unknown until parsed. */
type Event = { action?: unknown; payload?: unknown } | null | undefined

export function serve<T extends Calls>(contract: T, actions: Actions<T>, db: Database = database) {
  // The table goes along: what the handbook says of who may is printed from it.
  return Object.assign(main, { actions })

  async function main(event: Event): Promise<Answer> {
    const name = typeof event?.action === 'string' && Object.hasOwn(contract, event.action) ? event.action : null
    try {
      if (name === null) throw failure('unknownAction')
      // The table is typed action by action; here, where any may be meant, it is read as one of them.
      const action = actions[name] as unknown as Action<Call>
      return { ok: true, data: await answer(contract[name]!, action, name, event?.payload, db) }
    } catch (error) {
      return { ok: false, error: refusal(error, name ?? 'unknown').refusal }
    }
  }
}

async function answer(
  call: Call,
  action: Action<Call>,
  name: string,
  payload: unknown,
  db: Database,
): Promise<unknown> {
  const parsed = call.in.safeParse(payload ?? {})
  if (!parsed.success) throw failure('invalid', explain(parsed.error))
  const send = parsed.data as { roundId?: string }

  const openid = callerOpenid()
  const repos = repositories(patient(db, Date.now() + DEADLINE))
  const shared: Shared = { openid, repos, now: Date.now() }
  const me = action.roles === 'everybody' ? null : await repos.members.byOpenid(openid)
  // Before the round is looked up: a stranger does not learn which rounds exist.
  if (Array.isArray(action.roles) && !(me && (action.states || action.roles.some((role) => holds(me, role, null))))) {
    throw failure('notAllowed')
  }

  const round = action.states && (await roundInState(repos, send.roundId!, action, me))
  const context = { ...shared, me, round } as RoundContext
  const out = await (action.run as Run<Call, RoundContext>)(send as never, context)
  const checked = call.out.safeParse(out)
  // A field more than promised would leak: the answer fails loudly instead, in tests first.
  if (!checked.success)
    throw new Error(`${name} answered against its contract: ${JSON.stringify(explain(checked.error))}`)

  const line = me && (await action.audit?.(send as never, checked.data as never, context))
  if (line) {
    const of = { roundId: send.roundId ?? null, memberId: me.memberId, action: name, at: shared.now }
    await repos.audits.keep(auditDoc(line, of))
  }
  return checked.data
}

/** The line as it is stored. */
export function auditDoc(
  { key, on, before = null, after = null, reason = '' }: AuditLine,
  of: Pick<AuditDoc, 'roundId' | 'memberId' | 'action' | 'at'>,
): AuditDoc {
  return { _id: `${of.roundId ?? ''}:${key}`, ...of, on, before, after, reason }
}

async function roundInState(
  repos: Repositories,
  roundId: string,
  action: Action<Call>,
  me: MemberDoc | null,
): Promise<RoundDoc> {
  const round = await repos.rounds.byId(roundId)
  if (Array.isArray(action.roles) && !action.roles.some((role) => holds(me!, role, round))) throw failure('notAllowed')
  if (!round) throw failure('notFound')
  if (!action.states!.includes(round.state)) throw failure('wrongState', { state: round.state })
  return round
}

/** Whether a member holds a role towards a round: an inspector is one who sits on its panel. */
export function holds(me: MemberDoc, role: Role, round: RoundDoc | null): boolean {
  if (role === 'inspector') return round !== null && seatOf(me, round) !== null
  return me.roles.some((held) => held.role === role)
}

export function refusal(error: unknown, name: string): Failure {
  if (error instanceof Failure) {
    if (error.cause) log(name, error.code, error.cause)
    return error
  }
  log(name, 'tryAgain', error)
  return failure('tryAgain')
}

/** For developers: the action, the code, the cause's own text. Never an OPENID, never what was sent. */
export function log(name: string, code: ErrorCode, cause: unknown): void {
  const { errCode, errMsg, message, stack } = (cause ?? {}) as Record<string, unknown>
  console.error(JSON.stringify({ action: name, code, errCode, cause: errMsg ?? message ?? String(cause), stack }))
}
