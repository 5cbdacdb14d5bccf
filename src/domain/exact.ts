/**
 * Exact arithmetic for the ranking, in BigInt. Written `BigInt(…)`, and only inside functions: a phone without BigInt
 * must still be able to load what imports this.
 */
import { toUnits } from './units'

/**
 * A number of marks in units, of any size. The number is the decimal that ECMAScript prints for it; more than four
 * decimals never get here (they are refused with the file).
 */
export function exactUnits(marks: number): bigint {
  const units = toUnits(marks)
  return units === null ? scaled(marks, 4) : BigInt(units)
}

/** A whole number of any size: 1e23 is a one and 23 noughts, which its double is not. */
export function exactWhole(value: number): bigint {
  return Number.isSafeInteger(value) ? BigInt(value) : scaled(value, 0)
}

/** a / b, rounded half away from zero: div(-1, 2) is -1. */
export function div(a: bigint, b: bigint): bigint {
  const zero = BigInt(0)
  const two = BigInt(2)
  const top = a < zero ? -a : a
  const bottom = b < zero ? -b : b
  const size = (two * top + bottom) / (two * bottom)
  return a < zero === b < zero ? size : -size
}

/** Units to hundredths of a mark, for comparing: what is displayed decides. */
export function cent(units: bigint): bigint {
  return div(units, BigInt(100))
}

/** How many decimals ECMAScript prints for a number: 0.25 has two, 1e21 none. */
export function decimals(value: number): number {
  return Math.max(0, decimal(value).scale)
}

/** `value` · 10^places as a whole number. */
export function scaled(value: number, places: number): bigint {
  const { digits, scale } = decimal(value)
  if (scale > places) throw new Error(`${value} has more than ${places} decimals`)
  return digits * powerOfTen(places - scale)
}

/** Rounded to so many decimals, half away from zero, taking the number for the decimal that is printed. */
export function roundTo(places: number, value: number): number {
  const { digits, scale } = decimal(value)
  return scale <= places ? value : asDecimal(div(digits, powerOfTen(scale - places)), places)
}

/** a / b rounded to so many decimals, half away from zero. */
export function quotient(places: number, a: bigint, b: bigint): number {
  return asDecimal(div(a * powerOfTen(places), b), places)
}

export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

export function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, BigInt(0))
}

/** The number nearest to `whole` / 10^places. */
function asDecimal(whole: bigint, places: number): number {
  return Number(`${whole}e-${places}`)
}

/** value = digits / 10^scale, read off its shortest decimal; a scale below zero stands for trailing zeros. */
function decimal(value: number): { digits: bigint; scale: number } {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) }
}

/** Not `10 ** n`: for old phones that is compiled to Math.pow, which takes no BigInt. */
function powerOfTen(exponent: number): bigint {
  return BigInt(`1${'0'.repeat(exponent)}`)
}
