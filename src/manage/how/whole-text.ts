import { U, type Units } from '../../domain/units'

const PLACES = String(U).length - 1

/** Units to the last, as the sentences print them, so that what stands in a table adds up: 34.5600, −1.1800. */
export function wholeText(units: Units): string {
  const digits = String(Math.abs(units)).padStart(PLACES + 1, '0')
  return `${units < 0 ? '−' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`
}

/** What is added or taken: +0.2200, −1.1800, 0.0000. */
export function signedText(units: Units): string {
  return (units > 0 ? '+' : '') + wholeText(units)
}
