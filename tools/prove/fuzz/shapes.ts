/** Walks an action's shape as the contract has it: what could be sent, and which paths a refusal may name. */
import type * as z from 'zod/mini'
import type { Chance } from '../phone/chance'
import type { Json } from './raw-json'

export type Shape = z.ZodMiniType

interface Parts {
  type: string
  shape?: Record<string, Shape>
  element?: Shape
  innerType?: Shape
  keyType?: Shape
  valueType?: Shape
  options?: readonly Shape[]
  values?: readonly Json[]
  entries?: Record<string, string>
}

function partsOf(shape: Shape): Parts {
  return (shape as unknown as { _zod: { def: Parts } })._zod.def
}

const numbers = [0, 1, 2, 3, 4, 5, 0.5, 0.9, 10, 12.5, 60, 90, 99, 200, 600, 1000, 1047, 86_400, 1_732_780_000_000, -1]

/**
 * Something of this shape, of words that are known: other people's ids, other rounds', another branch of what may be sent.
 * Now and then it breaks a bound after all: whoever needs to know asks the shape.
 */
export function sample(shape: Shape, words: readonly string[], chance: Chance): Json {
  const { type, shape: fields, element, innerType, keyType, valueType, options, values, entries } = partsOf(shape)
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(fields!)
          .filter(([, inner]) => partsOf(inner).type !== 'optional' || chance.happens(0.5))
          .map(([name, inner]) => [name, sample(inner, words, chance)]),
      )
    case 'array':
      return Array.from({ length: chance.between(0, 3) }, () => sample(element!, words, chance))
    case 'record':
      return Object.fromEntries(
        Array.from({ length: chance.between(0, 3) }, () => [
          String(sample(keyType!, words, chance)),
          sample(valueType!, words, chance),
        ]),
      )
    case 'nullable':
      return chance.happens(0.25) ? null : sample(innerType!, words, chance)
    case 'optional':
      return sample(innerType!, words, chance)
    case 'union':
      return sample(chance.oneOf(options!), words, chance)
    case 'literal':
      return chance.oneOf(values!)
    case 'enum':
      return chance.oneOf(Object.values(entries!))
    case 'boolean':
      return chance.happens(0.5)
    case 'number':
      return chance.oneOf(fitting(shape, numbers))
    case 'string':
      return chance.oneOf(fitting(shape, words))
    default:
      throw new Error(`the contract has a shape that is not fuzzed: ${type}`)
  }
}

const fits = new WeakMap<readonly Json[], WeakMap<Shape, Json[]>>()

function fitting<T extends Json>(shape: Shape, values: readonly T[]): readonly T[] {
  const known = fits.get(values) ?? new WeakMap<Shape, Json[]>()
  fits.set(values, known)
  const found = known.get(shape) ?? values.filter((value) => shape.safeParse(value).success)
  known.set(shape, found)
  return found.length > 0 ? (found as T[]) : values
}

/** Whether a path leads to a place that this shape has; a record's own keys only as the record allows them. */
export function leadsSomewhere(shape: Shape, path: string): boolean {
  return path === '' || leads(shape, path.split('.'))
}

function leads(shape: Shape, path: readonly string[]): boolean {
  if (path.length === 0) return true
  const [first, ...others] = path as [string, ...string[]]
  const { type, shape: fields, element, innerType, keyType, valueType, options } = partsOf(shape)
  switch (type) {
    case 'object':
      return Object.hasOwn(fields!, first) && leads(fields![first]!, others)
    case 'array':
      return /^\d{1,5}$/.test(first) && leads(element!, others)
    case 'record':
      // An id may hold dots.
      return path.some(
        (_, at) => keyType!.safeParse(path.slice(0, at + 1).join('.')).success && leads(valueType!, path.slice(at + 1)),
      )
    case 'nullable':
    case 'optional':
      return leads(innerType!, path)
    case 'union':
      return options!.some((option) => leads(option, path))
    default:
      return false
  }
}

/** The shapes that stand at a place of a value; empty: none is meant there. */
export function shapesAt(shape: Shape, path: readonly (string | number)[]): Shape[] {
  const { type, shape: fields, element, innerType, valueType, options } = partsOf(shape)
  if (type === 'nullable' || type === 'optional') return shapesAt(innerType!, path)
  if (type === 'union') return options!.flatMap((option) => shapesAt(option, path))
  if (path.length === 0) return [shape]
  const [first, ...others] = path
  // zod leaves this key out of a record, whatever it holds: it reaches nobody.
  if (type === 'record' && first === '__proto__') return []
  const inner = fields ? (Object.hasOwn(fields, first!) ? fields[first!] : undefined) : (element ?? valueType)
  return inner ? shapesAt(inner, others) : []
}

/** What kind of thing a shape is: `string`, `number`, `object`, `record`… */
export function kindOf(shape: Shape): string {
  return partsOf(shape).type
}

/** Every name that the shape knows: a refusal may say it. */
export function namesIn(shape: Shape): string[] {
  const { shape: fields, element, innerType, keyType, valueType, options, values, entries } = partsOf(shape)
  const inner = [element, innerType, keyType, valueType, ...(options ?? []), ...Object.values(fields ?? {})]
  return [
    ...Object.keys(fields ?? {}),
    ...(values ?? []).map(String),
    ...Object.values(entries ?? {}),
    ...inner.flatMap((one) => (one ? namesIn(one) : [])),
  ]
}
