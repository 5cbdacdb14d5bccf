/**
 * Units: whole 1/10 000 marks, in safe integers, so that a phone without BigInt can add marks up. Where sums may leave
 * that range, exact.ts does the same with BigInt.
 */

/** 1/10 000 mark. */
export type Units = number

/** Units to a mark. */
export const U = 10_000

/**
 * A number of marks in units; null when it has more than four decimals or does not fit. Taken from the decimal that
 * ECMAScript prints for the number: 0.1 is one tenth, 1000 units.
 */
export function toUnits(marks: number): Units | null {
  const units = Math.round(marks * U)
  // Below 10^15 both this decimal and the printed one have at most 15 digits, and no two such decimals are the same
  // double: if it reads back as the number, it is what ECMAScript prints.
  return Math.abs(units) < 1e15 && units / U === marks ? units + 0 : null
}

/** a / b rounded half away from zero, for a ≥ 0, b > 0 and 2a + b within safe integers. */
export function divideSafely(a: number, b: number): number {
  const doubled = 2 * a + b
  return (doubled - (doubled % (2 * b))) / (2 * b)
}
