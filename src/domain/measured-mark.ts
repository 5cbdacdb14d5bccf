import type { Band } from './round-file'

/**
 * The mark of a measured indicator: that of the last band whose `from` is not above the value; the first band's `from`
 * is null and below everything. Rule: docs/round-file.md, step 1.
 */
export function measuredMark(bands: readonly Band[], value: number): number {
  const reached = bands.filter((band) => band.from === null || band.from <= value)
  const last = reached[reached.length - 1]
  if (!last) throw new Error('A measured indicator has no band that starts from null')
  return last.mark
}
