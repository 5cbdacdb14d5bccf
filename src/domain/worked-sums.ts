/**
 * Sums as they stand in an explanation, so that a pocket calculator agrees: the figures of a sum are printed whole, to the
 * last unit, and `≈` stands wherever a division was rounded to one.
 */
import { div } from './exact'

/** A whole number of 10^-places, as few decimals as it needs: 80.5, 24.65. Minus is −. */
export function exactText(value: bigint, places = 4): string {
  const fixed = fixedText(value, places)
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
}

/** Units with all four decimals: 345 600 is 34.5600. */
export function unitsText(units: bigint | number): string {
  return fixedText(BigInt(units), 4)
}

/** `80.5 ÷ 93 × 40 ≈ 34.6237`, the expression being top / bottom in units; `=` where nothing is rounded off. */
export function worked(expression: string, top: bigint, bottom: bigint): string {
  const sign = top % bottom === BigInt(0) ? '=' : '≈'
  return `${expression} ${sign} ${unitsText(div(top, bottom))}`
}

function fixedText(value: bigint, places: number): string {
  const isBelow = value < BigInt(0)
  const digits = String(isBelow ? -value : value).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${isBelow ? '−' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`
}
