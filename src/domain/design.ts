import { groupBy } from './group-by'

/** Cells row by row: row i's are those from `starts[i]` to below `starts[i + 1]`; a cell's column is `columns[cell]`. */
export type Design = { starts: Uint32Array; columns: Uint32Array; columnCount: number }

/** The design of these cells (at most one a row and column), and the order in which it holds them. */
export function designOf(
  cells: ReadonlyArray<{ row: string; column: string }>,
  rows: readonly string[],
  columns: readonly string[],
): { design: Design; order: number[] } {
  const place = new Map(columns.map((id, j) => [id, j]))
  const placed = cells.map(({ row, column }, index) => ({ row, index, column: place.get(column)! }))
  const byRow = groupBy(placed, (cell) => cell.row)
  const inRows = rows.map((row) => (byRow.get(row) ?? []).sort((a, b) => a.column - b.column))
  const starts = new Uint32Array(rows.length + 1)
  for (const [i, row] of inRows.entries()) starts[i + 1] = starts[i]! + row.length
  const inOrder = inRows.flat()
  const design = { starts, columns: Uint32Array.from(inOrder, ({ column }) => column), columnCount: columns.length }
  return { design, order: inOrder.map(({ index }) => index) }
}
