import { toUnits } from './units'

/** A mark is 0…full in steps of its item. In units: 0.3 is three times 0.1 here, which it is not in doubles. */
export function isValidMark(mark: number, full: number, step: number): boolean {
  const units = toUnits(mark)
  const fullUnits = toUnits(full)
  const stepUnits = toUnits(step)
  if (units === null || fullUnits === null || stepUnits === null) return false
  return units >= 0 && units <= fullUnits && units % stepUnits === 0
}
