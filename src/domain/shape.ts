/**
 * Words to say what a value must look like. (zod is the contract's: its records pass over the name `__proto__`, a legal
 * id in a round file, and its refusals are not sentences. docs/decisions/2026-11-24-round-file-readings.md.)
 */
import { decimals } from './exact'
import { own } from './own'
import { quoted, type Refusal } from './refusal'
import { toUnits } from './units'

/** The first fault of a value, its path from the value inwards; undefined: there is none. */
export type Shape = (value: unknown) => Refusal | undefined

export const text: Shape = (value) => (typeof value === 'string' ? undefined : fault(`${quoted(value)} is not a text`))

export const yesNo: Shape = (value) =>
  typeof value === 'boolean' ? undefined : fault(`${quoted(value)} is not true or false`)

export const number: Shape = (value) =>
  typeof value === 'number' ? undefined : fault(`${quoted(value)} is not a number`)

/** A number that enters the arithmetic: at most four decimals. */
export const exact: Shape = (value) =>
  typeof value === 'number' && toUnits(value) !== null ? undefined : (fourDecimals(value) ?? tooLarge(value))

const fourDecimals = withDecimals(4, 'four')

export function withDecimals(places: number, word: string): Shape {
  return (value) => {
    if (typeof value !== 'number') return number(value)
    return decimals(value) <= places ? undefined : fault(`${value} has more than ${word} decimals`)
  }
}

export const whole: Shape = (value) =>
  typeof value !== 'number' || Number.isInteger(value)
    ? (number(value) ?? tooLarge(value))
    : fault(`${value} is not a whole number`)

/** Products of two such numbers must still have a result that JSON can hold. */
const tooLarge: Shape = (value) =>
  Math.abs(value as number) > 1e100 ? fault(`${value} is too large to be reckoned with`) : undefined

/** A shape of numbers, and their bounds; an open bound is left out. */
export function between(shape: Shape, least: number, greatest: number | null = null): Shape {
  return (value) => {
    const wrong = shape(value)
    if (wrong) return wrong
    if ((value as number) < least) return fault(`${value} is below ${least}`)
    if (greatest !== null && (value as number) > greatest) return fault(`${value} is above ${greatest}`)
    return undefined
  }
}

export function above(shape: Shape, bound: number, greatest: number | null = null): Shape {
  return (value) => (value === bound ? fault(`${value} is not above ${bound}`) : between(shape, bound, greatest)(value))
}

export function orNull(shape: Shape): Shape {
  return (value) => (value === null ? undefined : shape(value))
}

export function oneOf(...words: readonly string[]): Shape {
  return (value) =>
    typeof value === 'string' && words.includes(value)
      ? undefined
      : fault(`${quoted(value)} is not one of ${words.join(', ')}`)
}

export function matching(pattern: RegExp, meaning: string): Shape {
  return (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : fault(`${quoted(value)} is not ${meaning}`)
}

export function listOf(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return fault(`${quoted(value)} is not a list`)
    for (let i = 0; i < value.length; i++) {
      const wrong = shape(value[i])
      if (wrong) return within(i, wrong)
    }
    return undefined
  }
}

/** An object whose names are ids of the file's own choosing. */
export function entriesOf(shape: Shape): Shape {
  return (value) => {
    if (!isObject(value)) return fault(`${quoted(value)} is not an object`)
    for (const name of Object.keys(value)) {
      const wrong = shape(value[name])
      if (wrong) return within(name, wrong)
    }
    return undefined
  }
}

/** An object with just these fields; the type sees to it that none is forgotten. */
export function fields<T>(shapes: { [Name in keyof T]-?: Shape }): Shape {
  return withFields(shapes, false)
}

/** An object with these fields, and any more. */
export function fieldsAndMore(shapes: Readonly<Record<string, Shape>>): Shape {
  return withFields(shapes, true)
}

function withFields(shapes: Readonly<Record<string, Shape>>, more: boolean): Shape {
  const names = Object.keys(shapes)
  return (value) => {
    if (!isObject(value)) return fault(`${quoted(value)} is not an object`)
    for (const name of names) {
      const given = own(value, name)
      if (given === undefined) return within(name, fault('missing'))
      const wrong = shapes[name]!(given)
      if (wrong) return within(name, wrong)
    }
    if (more) return undefined
    const given = Object.keys(value)
    if (given.length === names.length) return undefined
    return within(given.find((name) => !names.includes(name))!, fault('unknown field'))
  }
}

export function fault(what: string): Refusal {
  return { path: [], what }
}

export function within(name: string | number, { path, what }: Refusal): Refusal {
  return { path: [name, ...path], what }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
