/**
 * The fit of least-squares.ts in doubles, for what stands outside the digest: y = row + column, every column counting as
 * often as its weight says (an inspector drawn twice counts twice), Σ weight · column = 0.
 *
 * Rows are eliminated first, and what is left is factored L·D·Lᵀ. The matrix is that of a graph whose vertices are the
 * columns, so in each part that holds together one pivot comes to nothing: its column's term is 0, and counting such
 * pivots counts the parts. The largest design in sight has some 40 columns.
 */
import type { Design } from './design'

export type AdditiveFit = {
  /**
   * Sets the weights (whole numbers, one a column) and the cells left out (1 in `left`), and says into how many parts
   * the rest falls. A column with weight 0 is not there; a row or column that lost all its cells is a part of its own.
   */
  prepare(weights: ArrayLike<number>, left?: Uint8Array): number
  /** Writes the columns' terms, y having one value a cell. */
  terms(y: Float64Array, terms: Float64Array): void
}

/** A pivot below this share of what it began as is nought, save for rounding. */
const NOTHING = 1e-10

export function additiveFit({ starts, columns, columnCount: size }: Design): AdditiveFit {
  const matrix = new Float64Array(size * size)
  const diagonal = new Float64Array(size)
  const pivots = new Float64Array(size)
  const rowWeights = new Float64Array(starts.length - 1)
  const cellWeights = new Float64Array(columns.length)
  let columnWeights: ArrayLike<number> = []
  return { prepare, terms }

  function prepare(weights: ArrayLike<number>, left?: Uint8Array): number {
    columnWeights = weights
    for (let c = 0; c < columns.length; c++) cellWeights[c] = left?.[c] === 1 ? 0 : weights[columns[c]!]!
    const lostRows = normalMatrix(left !== undefined)
    return lostRows + factor()
  }

  /** Fills the upper half; answers how many rows `left` emptied. */
  function normalMatrix(someLeft: boolean): number {
    matrix.fill(0)
    let lost = 0
    for (let row = 0; row < rowWeights.length; row++) {
      const end = starts[row + 1]!
      let total = 0
      for (let c = starts[row]!; c < end; c++) total += cellWeights[c]!
      rowWeights[row] = total
      if (total === 0) {
        if (someLeft && end > starts[row]!) lost++
        continue
      }
      for (let c = starts[row]!; c < end; c++) {
        const weight = cellWeights[c]!
        if (weight === 0) continue
        const at = columns[c]! * size
        const share = weight / total
        matrix[at + columns[c]!]! += weight
        // A row's columns ascend: what comes after lies in the upper half.
        for (let d = c; d < end; d++) matrix[at + columns[d]!]! -= share * cellWeights[d]!
      }
    }
    return lost
  }

  /** L below the diagonal, D in `pivots`; answers how many columns with weight have no pivot. */
  function factor(): number {
    let without = 0
    for (let k = 0; k < size; k++) diagonal[k] = matrix[k * size + k]!
    for (let k = 0; k < size; k++) {
      const pivot = matrix[k * size + k]!
      const isNothing = pivot <= NOTHING * diagonal[k]!
      pivots[k] = isNothing ? 0 : pivot
      if (isNothing && columnWeights[k]! > 0) without++
      for (let i = k + 1; i < size; i++) {
        const factor = isNothing ? 0 : matrix[k * size + i]! / pivot
        matrix[i * size + k] = factor
        if (factor !== 0) for (let j = i; j < size; j++) matrix[i * size + j]! -= factor * matrix[k * size + j]!
      }
    }
    return without
  }

  function terms(y: Float64Array, solution: Float64Array): void {
    solution.fill(0)
    for (let row = 0; row < rowWeights.length; row++) {
      let total = 0
      for (let c = starts[row]!; c < starts[row + 1]!; c++) total += cellWeights[c]! * y[c]!
      const mean = total / rowWeights[row]!
      for (let c = starts[row]!; c < starts[row + 1]!; c++) {
        if (cellWeights[c]! > 0) solution[columns[c]!]! += cellWeights[c]! * (y[c]! - mean)
      }
    }
    for (let k = 0; k < size; k++)
      for (let i = k + 1; i < size; i++) solution[i]! -= matrix[i * size + k]! * solution[k]!
    for (let k = size - 1; k >= 0; k--) {
      let value = pivots[k] === 0 ? 0 : solution[k]! / pivots[k]!
      for (let i = k + 1; i < size; i++) value -= matrix[i * size + k]! * solution[i]!
      solution[k] = value
    }
    centre(solution, columnWeights)
  }
}

/** Writes what the fit leaves over of each cell: y − column − the row's weighted mean of that, less the cells left out. */
export function residuals(
  { starts, columns }: Design,
  y: Float64Array,
  fitted: { terms: Float64Array; weights: ArrayLike<number>; left?: Uint8Array },
  rest: Float64Array,
): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    let total = 0
    let weight = 0
    for (let c = starts[row]!; c < starts[row + 1]!; c++) {
      const column = columns[c]!
      rest[c] = y[c]! - fitted.terms[column]!
      if (fitted.left?.[c] === 1) continue
      total += fitted.weights[column]! * rest[c]!
      weight += fitted.weights[column]!
    }
    const mean = total / weight
    for (let c = starts[row]!; c < starts[row + 1]!; c++) rest[c]! -= mean
  }
}

/** Shifts the terms so that, each as often as its weight says, they sum to 0. */
function centre(terms: Float64Array, weights: ArrayLike<number>): void {
  let sum = 0
  let weight = 0
  for (let j = 0; j < terms.length; j++) {
    sum += weights[j]! * terms[j]!
    weight += weights[j]!
  }
  for (let j = 0; j < terms.length; j++) terms[j]! -= sum / weight
}
