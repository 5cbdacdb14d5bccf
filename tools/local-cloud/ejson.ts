/**
 * Values on the wire (canonical EJSON inside JSON strings, captured from wx-server-sdk 4.0.2) and in the store
 * (relaxed JSON: plain numbers, only dates, expressions and the odd number wrapped). The store's form is also what we
 * answer: the SDK's EJSON.parse reads it. Reading it costs a third of bson's own parser, which a scan feels.
 */
import { damaging, invalid } from './refusal'

export type Value = null | boolean | number | string | Date | RegExp | Value[] | { [field: string]: Value }
export type Doc = { [field: string]: Value }

/** Reads what the SDK sent; server dates become `now` plus their offset. */
export function fromWire(text: string, now: number): Value {
  return revive(parse(text), now)
}

/** Hardly a document holds a wrapped value; the others need no walk. */
export function fromStore(text: string): Doc {
  const doc = JSON.parse(text)
  return text.includes('{"$') ? (revive(doc, 0) as Doc) : doc
}

export function toStore(value: Value): string {
  return JSON.stringify(isPlainJson(value) ? value : relaxed(value))
}

export function isPlainObject(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value) && !isRegExp(value)
}

// By tag and not by instanceof: jest runs tests in a realm of their own.
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}

export function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(`not EJSON: ${text.slice(0, 80)}`)
  }
}

function revive(value: unknown, now: number): Value {
  if (Array.isArray(value)) return value.map((item) => revive(item, now))
  if (typeof value !== 'object' || value === null) return value as Value
  const fields = value as Record<string, unknown>
  const names = Object.keys(fields)
  if (names[0]?.startsWith('$')) {
    const wrapper = wrappers[names[0]]
    if (wrapper && names.length === 1) return wrapper(fields[names[0]], now)
    if (unsupported.has(names[0])) throw invalid(`${names[0]} values are not supported`)
  }
  if ('operator' in fields && 'operands' in fields && 'fieldName' in fields)
    throw damaging(`_.${fields.operator}() where the SDK encodes no command: write {$${fields.operator}: …}`)
  const revived: Doc = {}
  for (const name of names) {
    if (name === '__proto__') throw damaging('a field named __proto__')
    revived[name] = revive(fields[name], now)
  }
  return revived
}

const wrappers: Record<string, (inner: unknown, now: number) => Value> = {
  $numberInt: (digits) => Number(digits),
  $numberLong: (digits) => exactly(String(digits)),
  $numberDouble: (digits) => Number(digits),
  $date: (at) => dateAt(at),
  $tcb_server_date: (clock, now) => new Date(now + Number(revive((clock as { offset?: unknown }).offset ?? 0, now))),
  $regularExpression: (expression) => regExpOf(expression as { pattern: string; options: string }),
}

const unsupported = new Set([
  '$binary',
  '$code',
  '$dbPointer',
  '$maxKey',
  '$minKey',
  '$numberDecimal',
  '$oid',
  '$symbol',
  '$timestamp',
  '$undefined',
  '$uuid',
])

function exactly(digits: string): number {
  const number = Number(digits)
  if (BigInt(digits) !== BigInt(number)) throw damaging(`${digits} does not fit a number of this language`)
  return number
}

function dateAt(at: unknown): Date {
  const date = typeof at === 'string' ? new Date(at) : new Date(Number((at as { $numberLong?: string })?.$numberLong))
  if (Number.isNaN(date.getTime())) throw invalid('not a date')
  return date
}

function regExpOf({ pattern, options }: { pattern: string; options: string }): RegExp {
  if (/[^ims]/.test(options)) throw invalid(`regular expression options '${options}': only i, m, s`)
  try {
    return new RegExp(pattern, options)
  } catch (error) {
    throw invalid(`regular expression: ${(error as Error).message}`)
  }
}

/** JSON alone says it: no date, no expression, no odd number anywhere inside. */
function isPlainJson(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isPlainJson)
  if (isDate(value) || isRegExp(value)) return false
  for (const name in value) if (!isPlainJson(value[name]!)) return false
  return true
}

function relaxed(value: Value): unknown {
  if (Array.isArray(value)) return value.map(relaxed)
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (isDate(value)) return { $date: { $numberLong: String(value.getTime()) } }
  if (isRegExp(value)) return { $regularExpression: { pattern: value.source, options: value.flags } }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, relaxed(inner)]))
}
