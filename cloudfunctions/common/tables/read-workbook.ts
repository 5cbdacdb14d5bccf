/**
 * A workbook as its cells: the one file that reads with the package (hucre). What a cell shows decides: a percentage is
 * told apart from a number, a date is one, a formula is the value Excel last computed.
 */
import { type Cell, type CellValue, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx'
import { addressOf, clean, columnOf } from './cells'
import { NotWorkbook, unzipped } from './unzipped'

export type CellContent =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number; percent: boolean }
  | { kind: 'date'; day: string }
  | { kind: 'boolean'; value: boolean }
  /** #REF! and its like. */
  | { kind: 'error'; text: string }
  /** Merged sideways: which column is meant is not clear. The reader of tables says so once for the area. */
  | { kind: 'unclear' }
  /** A formula that was never computed. */
  | { kind: 'formula'; formula: string }

export interface SheetCells {
  name: string
  /** Filled rows from the top, by number (from 1), each by column (from 0). */
  rows: Map<number, Map<number, CellContent>>
  /** Merged areas, rows from 1 and columns from 0, both ends included. */
  merged: { top: number; bottom: number; left: number; right: number }[]
}

/** What is read of a sheet: tables filled in by hand are far smaller. */
const MOST_ROWS = 3000
const MOST_COLUMNS = 256

/** The sheets in their order. Throws NotWorkbook. */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetCells[]> {
  const { stored, sheets } = unzipped(bytes)
  for (const xml of sheets) refuseFarCells(xml)
  const workbook = await opened(stored)
  return workbook.sheets.map(cellsOf)
}

async function opened(stored: Uint8Array): Promise<Workbook> {
  try {
    // Formatted cells may reach to the last row Excel has; the package would fill the whole rectangle in memory.
    return await readXlsx(stored, { readStyles: true, range: `A1:${addressOf(MOST_ROWS, MOST_COLUMNS - 1)}` })
  } catch (error) {
    throw new NotWorkbook('工作簿打不开，可能已经损坏', { cause: error })
  }
}

/** A value outside what is read must not be overlooked in silence. */
function refuseFarCells(xml: string): void {
  for (const [, letters, digits] of xml.matchAll(/<c\s[^>]*?\br="([A-Z]+)(\d+)"[^>/]*>/g)) {
    const row = Number(digits)
    if (row > MOST_ROWS || columnOf(letters!) >= MOST_COLUMNS)
      throw new NotWorkbook(
        `${letters}${digits} 还有内容，离表格太远；最多 ${MOST_ROWS} 行、${MOST_COLUMNS} 列，请删去多余的内容`,
      )
  }
}

function cellsOf(sheet: Sheet): SheetCells {
  const rows: SheetCells['rows'] = new Map()
  sheet.rows.forEach((values, r) => {
    values.forEach((value, c) => {
      const content = contentOf(value, sheet.cells?.get(`${r},${c}`))
      if (!content) return
      const row = rows.get(r + 1) ?? new Map<number, CellContent>()
      rows.set(r + 1, row.set(c, content))
    })
  })
  const merged = (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
    top: startRow + 1,
    bottom: endRow + 1,
    left: startCol,
    right: endCol,
  }))
  return { name: sheet.name, rows, merged }
}

/** Undefined: nothing stands there. */
function contentOf(value: CellValue, cell: Cell | undefined): CellContent | undefined {
  if (cell?.type === 'error') return { kind: 'error', text: String(value) }
  if (value === null && cell?.formula !== undefined) return { kind: 'formula', formula: cell.formula }
  if (value === null || (typeof value === 'string' && clean(value) === '')) return undefined
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value === 'number')
    return { kind: 'number', number: shown(value), percent: cell?.style?.numFmt?.includes('%') ?? false }
  return { kind: 'date', day: value.toISOString().slice(0, 10) }
}

/** Excel shows 15 digits: 0.1 + 0.2 is 0.3 there. */
function shown(number: number): number {
  return Number(number.toPrecision(15))
}
