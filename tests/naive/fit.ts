/** The least squares of step 4: p(i,j) = μ + v(i) + r(j), Σ r = 0. */
import type { Cell } from './card-scores'
import { exact, type Fraction, sum, zero } from './fraction'

/** μ + v of every village and r of every inspector with a cell; the cells must hang together. */
export type Fit = { levels: Map<string, Fraction>; leanings: Map<string, Fraction> }

/**
 * The equations that the derivatives lead to, one for each village (its cells’ sum) and each inspector, and Σ r = 0,
 * solved as at school.
 */
export function fitted(cells: readonly Cell[]): Fit {
  const villageIds = [...new Set(cells.map(({ villageId }) => villageId))]
  const inspectorIds = [...new Set(cells.map(({ inspectorId }) => inspectorId))]
  const equation = (some: readonly Cell[]) => [
    ...villageIds.map((id) => exact(some.filter(({ villageId }) => villageId === id).length)),
    ...inspectorIds.map((id) => exact(some.filter(({ inspectorId }) => inspectorId === id).length)),
    sum(some.map(({ score }) => score)),
  ]
  const solution = solved([
    ...villageIds.map((id) => equation(cells.filter(({ villageId }) => villageId === id))),
    ...inspectorIds.map((id) => equation(cells.filter(({ inspectorId }) => inspectorId === id))),
    [...villageIds.map(() => zero), ...inspectorIds.map(() => exact(1)), zero],
  ])
  return {
    levels: new Map(villageIds.map((id, n) => [id, solution[n]!])),
    leanings: new Map(inspectorIds.map((id, n) => [id, solution[villageIds.length + n]!])),
  }
}

/** Gauss: each equation's last number is its right side; as many as it likes, as long as one solution fits them all. */
function solved(equations: Fraction[][]): Fraction[] {
  const unknowns = equations[0]!.length - 1
  const rows = [...equations]
  for (let column = 0; column < unknowns; column++) {
    const pivot = rows.findIndex((row, n) => n >= column && row[column]!.top !== 0n)
    if (pivot === -1) throw new Error('more than one solution')
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const one = rows[column]!.map((value) => value.over(rows[column]![column]!))
    rows[column] = one
    for (let n = 0; n < rows.length; n++) {
      const times = rows[n]![column]!
      if (n !== column && times.top !== 0n) rows[n] = rows[n]!.map((value, at) => value.minus(times.times(one[at]!)))
    }
  }
  if (rows.slice(unknowns).some((row) => row[unknowns]!.top !== 0n)) throw new Error('no solution')
  return rows.slice(0, unknowns).map((row) => row[unknowns]!)
}
