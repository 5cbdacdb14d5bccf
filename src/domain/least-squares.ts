/**
 * The additive fit score = μ + village + inspector, Σ inspector = 0, by least squares in exact rationals.
 *
 * Villages are eliminated first: a village's term is the mean of its scores less its inspectors' terms. What is left is
 * one equation an inspector; the last inspector's term is set to 0, the system (symmetric, and positive definite where
 * the graph is connected, so no pivot is 0) solved without fractions after Bareiss, and the terms shifted to sum to 0.
 */
import type { Edge } from './connected'
import { sum } from './exact'
import { groupBy } from './group-by'

export type Cell = Edge & { score: bigint }

/** Whole numbers over two common denominators, both above 0. */
export type Fit = {
  /** An inspector's term: numerator / denominator; above 0 is lenient. */
  terms: Map<string, bigint>
  denominator: bigint
  /** What the fit leaves over, one a cell, in the order of the cells. */
  residuals: bigint[]
  residualDenominator: bigint
}

/** The cells' graph must be connected, with at least two inspectors. */
export function leastSquares(cells: readonly Cell[]): Fit {
  const villages = [...groupBy(cells, (cell) => cell.villageId).values()]
  const inspectors = [...new Set(cells.map((cell) => cell.inspectorId))]
  const common = villages.map((row) => BigInt(row.length)).reduce(leastCommonMultiple)

  const { solution, determinant } = solve(normalEquations(villages, inspectors, common))
  const count = BigInt(inspectors.length)
  const shift = sum(solution)
  const terms = new Map(inspectors.map((id, j) => [id, count * (solution[j] ?? BigInt(0)) - shift]))
  const denominator = count * determinant

  const left = new Map(villages.flatMap((row) => residualsOf(row, terms, denominator, common)))
  return {
    terms,
    denominator,
    residuals: cells.map((cell) => left.get(cell)!),
    residualDenominator: common * denominator,
  }
}

/** One row an inspector but the last, times `common`: coefficients of the others' terms, then the right-hand side. */
function normalEquations(villages: Cell[][], inspectors: string[], common: bigint): bigint[][] {
  const index = new Map(inspectors.slice(0, -1).map((id, j) => [id, j]))
  const size = index.size
  const rows = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => BigInt(0)))
  for (const row of villages) {
    const share = common / BigInt(row.length)
    const scores = sum(row.map((cell) => cell.score))
    for (const cell of row) {
      const equation = rows[index.get(cell.inspectorId) ?? -1]
      if (!equation) continue
      for (const other of row) {
        const j = index.get(other.inspectorId)
        if (j !== undefined) equation[j]! -= share
      }
      equation[index.get(cell.inspectorId)!]! += common
      equation[size]! += common * cell.score - share * scores
    }
  }
  return rows
}

/**
 * Solves a symmetric positive definite system without fractions: each unknown is its solution / determinant. What is
 * left of the matrix stays symmetric after each step, so only its upper half is reckoned.
 */
function solve(rows: bigint[][]): { solution: bigint[]; determinant: bigint } {
  const size = rows.length
  let previous = BigInt(1)
  for (let k = 0; k < size; k++) {
    const pivotRow = rows[k]!
    const pivot = pivotRow[k]!
    for (let i = k + 1; i < size; i++) {
      const row = rows[i]!
      const factor = pivotRow[i]!
      for (let j = i; j <= size; j++) row[j] = (row[j]! * pivot - factor * pivotRow[j]!) / previous
    }
    previous = pivot
  }
  const determinant = previous
  const solution: bigint[] = []
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k]!
    let rest = determinant * row[size]!
    for (let j = k + 1; j < size; j++) rest -= row[j]! * solution[j]!
    solution[k] = rest / row[k]!
  }
  return { solution, determinant }
}

/** score − inspector's term − the village's mean of what its inspectors' terms leave, over common · denominator. */
function residualsOf(
  row: Cell[],
  terms: Map<string, bigint>,
  denominator: bigint,
  common: bigint,
): Array<[Cell, bigint]> {
  const left = row.map((cell) => cell.score * denominator - terms.get(cell.inspectorId)!)
  const mean = (common / BigInt(row.length)) * sum(left)
  return row.map((cell, i) => [cell, common * left[i]! - mean])
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === BigInt(0) ? a : greatestCommonDivisor(b, a % b)
}
