/**
 * Keys of the index rows. An index gives candidates, a superset; mingo decides. So a key may be coarse but must never
 * lose a match: an array has a row for each element, a missing field counts as null.
 */
import type { Index } from '../../../config/cloud-database'
import { type Doc, isDate, isPlainObject, isRegExp, type Value } from '../ejson'
import { invalid } from '../refusal'

/** Every key a document has in an index. */
export function keysOf(doc: Doc, index: Index): string[] {
  const perField = index.fields.map((field) => [...new Set(valuesAt(doc, field.split('.')).map(component))])
  const keys = perField.reduce<string[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)),
    [''],
  )
  if (keys.length > 10_000) throw invalid(`too many keys for the index on ${index.fields.join(', ')}`)
  return keys
}

/** One field's part of a key. Escaped by JSON, closed by a comma: no two different lists of parts read the same. */
export function component(value: Value | undefined): string {
  return `${JSON.stringify(sortable(value))},`
}

/** The number that a key begins with, where it begins with one: `"d12",` is 12. */
export function numberIn(key: string): number {
  return Number(key.slice(2, key.indexOf('"', 1)))
}

/** Values whose candidates an index cannot name. */
export function isIndexable(value: Value): boolean {
  return !Array.isArray(value) && !isRegExp(value)
}

function sortable(value: Value | undefined): string {
  if (value === null || value === undefined) return 'n'
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return `d${value === 0 ? 0 : value}`
  if (typeof value === 'boolean') return value ? 'b1' : 'b0'
  if (isDate(value)) return `t${value.getTime()}`
  return 'o'
}

function valuesAt(value: Value | undefined, path: string[]): (Value | undefined)[] {
  // An empty array matches null by some paths and not by others: a candidate is harmless.
  if (Array.isArray(value)) {
    const numbered = path.length > 0 && /^\d+$/.test(path[0]!) ? valuesAt(value[Number(path[0])], path.slice(1)) : []
    const inside = value.length === 0 ? [null] : value.flatMap((item) => valuesInElement(item, path))
    return [...inside, ...numbered]
  }
  if (path.length === 0) return [value]
  if (!isPlainObject(value)) return [undefined]
  return valuesAt(Object.hasOwn(value, path[0]!) ? value[path[0]!] : undefined, path.slice(1))
}

function valuesInElement(item: Value, path: string[]): (Value | undefined)[] {
  return path.length === 0 && Array.isArray(item) ? [null] : valuesAt(item, path)
}
