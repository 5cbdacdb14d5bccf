/**
 * Figures as they stand on a screen or in a document. All in integers: what is shown is what was compared, and
 * no platform's way of printing a fraction has a say. Minus is −, half goes away from zero.
 */
import { U, type Units } from './units'

const UNITS_OF_A_CENT = U / 100

/** Units as whole hundredths of a mark, as rankings compare them (docs/domain.md, Numbers). */
export function cents(units: Units): number {
  return halfAway(units, UNITS_OF_A_CENT)
}

/** 833 712 units: 83.37. */
export function centsText(units: Units): string {
  return decimal(cents(units), 2)
}

/** Between two totals as shown: +6.11, −0.20, 0.00. */
export function centsChange(units: Units, before: Units): string {
  const change = cents(units) - cents(before)
  return (change > 0 ? '+' : '') + decimal(change, 2)
}

/** A mark as few decimals as it needs, two at most: 3, 3.5, 3.43. */
export function markText(units: Units): string {
  return centsText(units).replace(/\.?0+$/, '')
}

/** Points 0…100 that came rounded to four decimals: 79.3812 is 79.38. */
export function pointsText(points: number, places: 1 | 2 = 2): string {
  return decimal(halfAway(Math.round(points * U), U / 10 ** places), places)
}

/** A share 0…1 that came rounded to four decimals, in percent with one: 0.9402 is 94.0. */
export function percentText(share: number): string {
  return decimal(halfAway(Math.round(share * U), 10), 1)
}

function halfAway(value: number, divisor: number): number {
  const size = Math.floor((2 * Math.abs(value) + divisor) / (2 * divisor))
  return value < 0 ? -size : size
}

/** A whole number of 10^-places. */
function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  return `${value < 0 ? '−' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
