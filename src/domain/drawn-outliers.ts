import { median } from './median'

/** Robust standard deviations in a median of |e|, where e is normal: docs/round-file.md, step 4. */
const ROBUST = 1.4826

/**
 * The drawn cells whose |residual| lies beyond `cut` robust standard deviations of all drawn cells, each counted as often
 * as its column was drawn. Few draws have any: where the largest cannot be one, the median is never looked for.
 */
export function drawnOutliers(
  residuals: Float64Array,
  columns: Uint32Array,
  drawn: ArrayLike<number>,
  cut: number,
): number[] {
  const { count, largest } = extent(residuals, columns, drawn)
  if (countBelow(largest / (cut * ROBUST)) * 2 < count) return []
  const limit = cut * ROBUST * median(copies())
  const outliers: number[] = []
  for (let c = 0; c < columns.length; c++) {
    if (limit > 0 && drawn[columns[c]!]! > 0 && Math.abs(residuals[c]!) > limit) outliers.push(c)
  }
  return outliers

  function countBelow(size: number): number {
    let below = 0
    for (let c = 0; c < columns.length; c++) if (Math.abs(residuals[c]!) < size) below += drawn[columns[c]!]!
    return below
  }

  function copies(): Float64Array {
    const all = new Float64Array(count)
    let filled = 0
    for (let c = 0; c < columns.length; c++) {
      for (let copy = drawn[columns[c]!]!; copy > 0; copy--) all[filled++] = Math.abs(residuals[c]!)
    }
    return all
  }
}

function extent(residuals: Float64Array, columns: Uint32Array, drawn: ArrayLike<number>) {
  let count = 0
  let largest = 0
  for (let c = 0; c < columns.length; c++) {
    const times = drawn[columns[c]!]!
    count += times
    if (times > 0) largest = Math.max(largest, Math.abs(residuals[c]!))
  }
  return { count, largest }
}
