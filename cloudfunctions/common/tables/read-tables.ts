/**
 * A filled workbook read by the description it was made from: sheets by their name, columns by their header, in any
 * order. Forgiving where people are careless (white space, full width, numbers kept as text, hidden or merged rows),
 * exact where it matters: whatever cannot be read for certain is a fault of its cell, in words.
 */
import type { CellFault } from '../../../src/contract/programme'
import { addressOf, even } from './cells'
import type { CellContent, SheetCells } from './read-workbook'
import { type Found, rowOf } from './rows'
import type { Book, Column, Row, TableSheet } from './table'
import { CHOICES_SHEET, EXPLANATIONS_SHEET } from './write-tables'

/** Titles may stand above the header. */
const LAST_HEADER_ROW = 20

export function readTables(workbook: readonly SheetCells[], sheets: readonly TableSheet[]): Book {
  const faults = new Map<string, CellFault & { order: number[] }>()
  // The first fault of a cell says what to do; what follows from it is not said too.
  const remember = (sheet: string, row: number, column: number, text: string) => {
    const cell = row > 0 ? addressOf(row, column) : ''
    const place = sheets.findIndex(({ name }) => name === sheet)
    const key = `${sheet}!${cell || text}`
    const order = [place < 0 ? sheets.length : place, row, column]
    if (!faults.has(key)) faults.set(key, { sheet, cell, text, order })
  }
  const rows = new Map<string, Row[]>()
  const own = ownSheets(workbook)
  for (const sheet of sheets) {
    const found = sheetFor(sheet, sheets, own)
    if (found) rows.set(sheet.name, rowsOf(sheet, found, remember))
    else if (!sheet.optional)
      remember(sheet.name, 0, 0, `没有「${sheet.name}」这张工作表，请用下载的模板填，不要改工作表的名字。`)
  }
  for (const { name, rows: filled } of own) {
    if (filled.size > 0 && own.length > 1 && !sheets.some((sheet) => even(sheet.name) === even(name)))
      remember(name, 0, 0, `多了一张「${name}」工作表，不知道怎么导入。请删掉它，或改成模板里的名字。`)
  }
  return {
    rows: (sheet) => rows.get(sheet) ?? [],
    fault: (sheet, text) => remember(sheet, 0, 0, text),
    faults: () => [...faults.values()].sort(inOrder).map(({ sheet, cell, text }) => ({ sheet, cell, text })),
  }
}

function inOrder({ order: a }: { order: number[] }, { order: b }: { order: number[] }): number {
  return a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!
}

/** Without those that only explain. */
function ownSheets(workbook: readonly SheetCells[]): SheetCells[] {
  return workbook.filter(({ name }) => name !== EXPLANATIONS_SHEET && name !== CHOICES_SHEET)
}

/** Where one sheet is asked for and one is there, it is that one, whatever its name. */
function sheetFor(
  sheet: TableSheet,
  sheets: readonly TableSheet[],
  own: readonly SheetCells[],
): SheetCells | undefined {
  const named = own.find(({ name }) => even(name) === even(sheet.name))
  return named ?? (sheets.length === 1 && own.length === 1 ? own[0] : undefined)
}

type Remember = (sheet: string, row: number, column: number, text: string) => void

function rowsOf(sheet: TableSheet, cells: SheetCells, remember: Remember): Row[] {
  const fault: Remember = (_, row, column, text) => remember(sheet.name, row, column, text)
  const headerRow = headerRowOf(sheet, cells)
  if (headerRow === null) {
    const titles = sheet.columns.filter(({ required }) => required).map(({ title }) => `「${title}」`)
    fault('', 0, 0, `没有找到表头。请保留模板第一行的${titles.join('')}等列名。`)
    return []
  }
  const columns = columnsOf(sheet, cells, headerRow, fault)
  const missing = sheet.columns.filter(({ key, required }) => required && !columns.has(key))
  for (const { title } of missing) fault('', 0, 0, `没有找到「${title}」这一列，请保留模板的列名。`)
  if (missing.length > 0) return []
  return filledRows(cells, headerRow, columns).map((number) => {
    const found = (key: string): Found | null => {
      const column = columns.get(key)
      if (column === undefined) return null
      return { column, row: number, content: contentAt(cells, number, column, fault) }
    }
    return rowOf(number, found, (column, text) => fault('', number, column, text))
  })
}

/** The row that names most of the columns. */
function headerRowOf({ columns }: TableSheet, { rows }: SheetCells): number | null {
  let best: { number: number; named: number } | null = null
  for (const [number, row] of rows) {
    if (number > LAST_HEADER_ROW) continue
    const named = [...row.values()].filter((content) => columns.some((column) => isHeaderOf(column, content))).length
    if (named > (best?.named ?? 0)) best = { number, named }
  }
  return best?.number ?? null
}

/** Column by key. A column nobody asked for is a fault only where something stands in it. */
function columnsOf(sheet: TableSheet, cells: SheetCells, headerRow: number, fault: Remember): Map<string, number> {
  const found = new Map<string, number>()
  for (const column of filledColumns(cells, headerRow)) {
    const header = cells.rows.get(headerRow)!.get(column)
    const known = header && sheet.columns.find((one) => isHeaderOf(one, header))
    if (!known) {
      const below = firstBelow(cells, headerRow, column)
      if (!below) continue
      const [row, what] = header
        ? [headerRow, `不认识「${textOf(header)}」这一列`]
        : [below, '这一列没有列名，不知道怎么导入']
      fault('', row, column, `${what}。请删掉这一列，或改成模板里的列名。`)
    } else if (found.has(known.key)) {
      const first = addressOf(headerRow, found.get(known.key)!)
      fault('', headerRow, column, `「${known.title}」这一列有两列，前一列在 ${first}，请只留一列。`)
    } else found.set(known.key, column)
  }
  return found
}

function isHeaderOf({ title, aliases = [] }: Column, content: CellContent): boolean {
  const header = even(textOf(content)).replace(/[*＊]/g, '')
  return [title, ...aliases].some((one) => even(one) === header)
}

function filledColumns({ rows }: SheetCells, headerRow: number): number[] {
  const columns = new Set<number>()
  for (const [number, row] of rows) if (number >= headerRow) for (const column of row.keys()) columns.add(column)
  return [...columns].sort((a, b) => a - b)
}

function firstBelow({ rows }: SheetCells, headerRow: number, column: number): number | undefined {
  return [...rows.keys()]
    .filter((number) => number > headerRow && rows.get(number)!.has(column))
    .sort((a, b) => a - b)[0]
}

/** Rows with something in a known column, top down. */
function filledRows({ rows }: SheetCells, headerRow: number, columns: Map<string, number>): number[] {
  const known = [...columns.values()]
  return [...rows.keys()]
    .filter((number) => number > headerRow && known.some((column) => rows.get(number)!.has(column)))
    .sort((a, b) => a - b)
}

/** A cell merged downwards means the same for every row it covers; merged sideways it is not clear which column is meant. */
function contentAt(
  { rows, merged }: SheetCells,
  row: number,
  column: number,
  fault: Remember,
): CellContent | undefined {
  const area = merged.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )
  if (!area) return rows.get(row)?.get(column)
  if (area.left !== area.right) {
    fault('', area.top, area.left, '这里横着合并了单元格，分不清是哪一列的。请取消合并后再填。')
    return { kind: 'unclear' }
  }
  return rows.get(area.top)?.get(column)
}

function textOf(content: CellContent): string {
  return content.kind === 'text' ? content.text : content.kind === 'number' ? String(content.number) : ''
}
