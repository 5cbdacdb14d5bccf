/**
 * Score tables as an Excel file, ready to print: landscape A4, as wide as the page, heads on every page, pages numbered. It
 * knows the package (hucre), as tables/ do, which are to be filled in and read again; loaded only by who writes a workbook.
 * Texts are written as texts: one that begins with = + - @ is no formula.
 */
import type { NamedRange } from 'hucre'
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { charactersWide } from './characters-wide'

export interface Sheet {
  /** Of the tab; no quotes in it. */
  name: string
  title: string
  columns: SheetColumn[]
  rows: (string | number | null)[][]
  /** Printed below every page, on the left. */
  footer: string
}

export interface SheetColumn {
  title: string
  /** In characters of half width. */
  width: number
  /** Of its figures; absent: whole numbers and texts. */
  decimals?: number
  /** A change: written with its sign. */
  isChange?: boolean
}

export async function workbook(sheets: readonly Sheet[], creator: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(written),
    // Not by pageSetup.printTitlesRow: it leaves the sheet's name without quotes.
    namedRanges: sheets.map(printTitles),
    properties: { title: sheets[0]?.title, creator },
    defaultFont: { name: '宋体', size: 11 },
  })
}

/** Title and heads. */
const HEAD_ROWS = 2

function written({ name, title, columns, rows, footer }: Sheet): WriteSheet {
  const head = columns.map((column) => column.title)
  const all = [[title, ...columns.slice(1).map(() => null)], head, ...rows]
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  all.forEach((row, r) => {
    row.forEach((_, c) => {
      cells.set(`${r},${c}`, { style: styleOf(r, columns[c]!, typeof all[r]![c] === 'number') })
    })
  })
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: all,
    cells,
    // Given, not left to the program: not every one makes a row as high as its wrapped texts.
    rowDefs: new Map(all.map((row, r) => [r, { height: r === 0 ? TITLE_HEIGHT : heightOf(row, columns) }])),
    merges: columns.length > 1 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] : [],
    freezePane: { rows: HEAD_ROWS, columns: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      // As many pages long as it takes.
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.7, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    // & begins a command in a footer.
    headerFooter: { oddFooter: `&L&8${footer.replace(/&/g, '&&')}&R第&P页，共&N页` },
  }
}

function printTitles({ name }: Sheet): NamedRange {
  return { name: '_xlnm.Print_Titles', range: `'${name}'!$1:$${HEAD_ROWS}`, scope: name }
}

const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE }

function styleOf(row: number, column: SheetColumn, isNumber: boolean): CellStyle {
  const vertical = 'center' as const
  if (row === 0) return { font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center', vertical } }
  if (row < HEAD_ROWS)
    return {
      font: { name: '黑体', size: 11 },
      alignment: { horizontal: 'center', vertical, wrapText: true },
      border: BORDER,
    }
  const { decimals, isChange } = column
  const figure = isNumber && decimals ? `0.${'0'.repeat(decimals)}${BLANK}` : undefined
  return {
    alignment: { ...alignmentOf(column, figure !== undefined), vertical, wrapText: true },
    border: BORDER,
    ...(figure && { numFmt: isChange ? `+${figure};-${figure};${figure}` : figure }),
  }
}

/** In a number's format: as much room as a blank takes, so that no figure touches the border. */
const BLANK = '_ '

/** Decimals below one another, texts from the left, what is short in the middle. */
function alignmentOf({ width }: SheetColumn, isFigure: boolean): CellStyle['alignment'] {
  if (isFigure) return { horizontal: 'right' }
  return width < TEXT_COLUMN ? { horizontal: 'center' } : { horizontal: 'left', indent: 1 }
}

/** In characters of half width. */
const TEXT_COLUMN = 14

/** In points. */
const TITLE_HEIGHT = 30
const LINE_HEIGHT = 15
const PADDING = 5

/** Of a column's width, on both sides together. */
const MARGIN = 0.5

/** As high as the cell that wraps most often. */
function heightOf(row: readonly (string | number | null)[], columns: readonly SheetColumn[]): number {
  const lines = row.map((text, c) => Math.ceil((2 * charactersWide(String(text ?? ''))) / (columns[c]!.width - MARGIN)))
  return PADDING + LINE_HEIGHT * Math.max(1, ...lines)
}
