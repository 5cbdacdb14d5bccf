/** The one place that imports the platform's SDK; everything else asks here. */
import cloud from 'wx-server-sdk'

/** What we use of the SDK's database, typed: the package's own typings are a union of callback and promise styles. */
export interface Database {
  collection(name: string): Collection
  command: Command
  runTransaction<R>(work: (transaction: Transaction) => Promise<R>): Promise<R>
}

export interface Transaction {
  collection(name: string): { doc(id: string): Document }
}

interface Collection extends Query {
  doc(id: string): Document
  add(send: { data: object }): Promise<{ _id: string }>
  where(condition: object): Query & Writable
  aggregate(): Aggregate
}

interface Query {
  where(condition: object): Query
  orderBy(field: string, order: 'asc' | 'desc'): Query
  limit(most: number): Query
  field(projection: Record<string, boolean>): Query
  get(): Promise<{ data: unknown[] }>
}

interface Writable {
  update(send: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

interface Document {
  /** `data` is absent where there is no such document (throwOnNotFound is off). */
  get(): Promise<{ data?: unknown }>
  set(send: { data: object }): Promise<unknown>
  update(send: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

interface Aggregate {
  match(condition: object): Aggregate
  group(stage: object): Aggregate
  project(stage: object): Aggregate
  sort(stage: object): Aggregate
  limit(most: number): Aggregate
  end(): Promise<{ list: unknown[] }>
}

interface Command {
  set(value: unknown): unknown
  inc(by: number): unknown
  gt(than: unknown): unknown
  lt(than: unknown): unknown
  in(values: readonly unknown[]): unknown
  nin(values: readonly unknown[]): unknown
  neq(value: unknown): unknown
  exists(does: boolean): unknown
  aggregate: { sum(value: unknown): unknown; cond(value: unknown): unknown }
}

// The typings know neither the symbol nor throwOnNotFound; both are documented and used by every function.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as never)
const database = cloud.database({ throwOnNotFound: false } as never) as unknown as Database

export { cloud, database }

/** The caller, from the cloud context and nothing else. */
export function callerOpenid(): string {
  return cloud.getWXContext().OPENID ?? ''
}

/**
 * Whether the platform's clock calls. The event says so, but whoever calls a function writes its event; where the call comes
 * from only the platform says, and a person who calls has an OPENID.
 */
export function isFromTimer(event: unknown): boolean {
  const { OPENID, SOURCE } = cloud.getWXContext()
  const { Type } = (event ?? {}) as { Type?: unknown }
  return Type === 'Timer' && SOURCE === 'wx_trigger' && !OPENID
}
