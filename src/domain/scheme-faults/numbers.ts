/** What a scheme's numbers may be, said as the round file has it (round-file-shape.ts), in words for the form. */
import { toUnits } from '../units'
import { blocking, type SchemeFault } from './fault'

export type Bounds = {
  /** Not a whole number: refused. Otherwise at most four decimals. */
  whole?: boolean
  least?: number
  /** The number itself is not allowed, only what is greater. */
  above?: number
  most?: number
}

/** The first thing that is wrong with a number; `what` names it: 「满分」. */
export function* numberFaults(path: string, value: number, what: string, bounds: Bounds): Generator<SchemeFault> {
  const words = wrongNumber(value, bounds)
  if (words) yield blocking(path, `${what}${words}`)
}

/** 「要在 0 到 1 之间，现在是 2。」; undefined: it is right. */
function wrongNumber(value: number, { whole = false, least, above, most }: Bounds): string | undefined {
  if (!Number.isFinite(value)) return '要填一个数。'
  if (whole && !Number.isInteger(value)) return `要是整数，现在是 ${shown(value)}。`
  if (!isExact(value)) return `最多写四位小数，现在是 ${shown(value)}。`
  if (above !== undefined && value <= above) return `要大于 ${shown(above)}，现在是 ${shown(value)}。`
  const tooSmall = least !== undefined && value < least
  const tooLarge = most !== undefined && value > most
  if (!tooSmall && !tooLarge) return undefined
  if (least !== undefined && most !== undefined)
    return `要在 ${shown(least)} 到 ${shown(most)} 之间，现在是 ${shown(value)}。`
  return tooSmall
    ? `不能小于 ${shown(least!)}，现在是 ${shown(value)}。`
    : `不能大于 ${shown(most!)}，现在是 ${shown(value)}。`
}

/** At most four decimals, and small enough to be reckoned with. */
export function isExact(value: number): boolean {
  return toUnits(value) !== null
}

/** Whether `value` is so many steps; false where either is no exact number. */
export function isMultiple(value: number, step: number): boolean {
  const units = toUnits(value)
  const stepUnits = toUnits(step)
  return units !== null && stepUnits !== null && stepUnits > 0 && units % stepUnits === 0
}

export function shown(value: number): string {
  return String(value).replace('-', '−')
}
