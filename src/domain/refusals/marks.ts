import { exactUnits } from '../exact'
import type { Path, Refusal } from '../refusal'
import { isValidMark } from '../valid-mark'

/** Refuses a full mark that is not so many steps. */
export function* unevenSteps(path: Path, { full, step }: { full: number; step: number }): Generator<Refusal> {
  if (!isMultiple(full, step)) yield { path: [...path, 'full'], what: notMultiple(full, step) }
}

/** Refuses a mark outside 0…full, or between two steps. */
export function* wrongMark(
  path: Path,
  mark: number,
  { full, step }: { full: number; step: number },
): Generator<Refusal> {
  if (isValidMark(mark, full, step)) return
  if (mark < 0 || mark > full) yield { path, what: outside(mark, full) }
  else if (!isMultiple(mark, step)) yield { path, what: notMultiple(mark, step) }
}

export function outside(mark: number, full: number): string {
  return `${mark} is outside 0…${full}`
}

function notMultiple(mark: number, step: number): string {
  return `${mark} is not a multiple of its step ${step}`
}

function isMultiple(mark: number, step: number): boolean {
  return exactUnits(mark) % exactUnits(step) === BigInt(0)
}
