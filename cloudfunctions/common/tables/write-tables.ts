/**
 * Tables as a workbook to fill in: the header frozen with a note a column, drop-downs, ids kept as text, a sheet 说明
 * that explains every column, ready to print. It reads again as it was written (read-tables.ts).
 */
import type { NamedRange } from 'hucre'
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { addressOf } from './cells'
import type { Column, TableSheet, Value } from './table'

export const EXPLANATIONS_SHEET = '说明'
/** What the drop-downs offer; hidden. */
export const CHOICES_SHEET = '选项'

/** Ruled rows to fill in below what stands. */
const EMPTY_ROWS = 60

export async function writeTables(sheets: readonly TableSheet[], title: string, creator: string): Promise<Uint8Array> {
  const lists = choiceLists(sheets)
  return writeXlsx({
    sheets: [
      ...sheets.map((sheet) => written(sheet, title, lists)),
      explanations(sheets, title),
      ...(lists.length > 0 ? [choicesSheet(lists)] : []),
    ],
    // Not by pageSetup: it leaves the sheet's name without quotes.
    namedRanges: sheets.flatMap(printed),
    properties: { title, creator },
    defaultFont: { name: '宋体', size: 11 },
  })
}

function written({ name, columns, rows }: TableSheet, title: string, lists: readonly string[][]): WriteSheet {
  const filled = rows.map((row) => columns.map(({ key }) => row[key] ?? null))
  const empty = Array.from({ length: EMPTY_ROWS }, () => columns.map(() => null))
  const all: Value[][] = [columns.map((column) => column.title), ...filled, ...empty]
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  all.forEach((row, r) => {
    row.forEach((_, c) => {
      const column = columns[c]!
      cells.set(`${r},${c}`, r === 0 ? headerCell(column) : { style: styleOf(column) })
    })
  })
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: all,
    cells,
    rowDefs: new Map([[0, { height: 30 }]]),
    freezePane: { rows: 1, columns: 1 },
    dataValidations: columns.flatMap((column, c) => dropDown(column, c, all.length, lists)),
    ...printSetup(title, name),
  }
}

function headerCell({ title, explain, example, required }: Column): { style: CellStyle; comment: { text: string } } {
  const note = `${title}${required ? '（必填）' : ''}\n${explain}${example ? `\n例：${example}` : ''}`
  return { style: HEADER, comment: { text: note } }
}

function dropDown({ choices, title }: Column, c: number, rows: number, lists: readonly string[][]) {
  if (!choices || choices.length === 0) return []
  const list = lists.findIndex((one) => sameList(one, choices))
  const from = addressOf(1, list).replace(/(\d+)$/, '$$$1')
  const to = addressOf(choices.length, list).replace(/(\d+)$/, '$$$1')
  return [
    {
      type: 'list' as const,
      // By reference: a list in the rule itself ends at 255 characters.
      formula1: `'${CHOICES_SHEET}'!$${from}:$${to}`,
      range: `${addressOf(2, c)}:${addressOf(rows, c)}`,
      allowBlank: true,
      showErrorMessage: true,
      // The reader understands more than the list shows (an id for a name).
      errorStyle: 'warning' as const,
      errorTitle: title,
      errorMessage: '这不在下拉的选项里，请从下拉中选。',
    },
  ]
}

/** Every list once. */
function choiceLists(sheets: readonly TableSheet[]): string[][] {
  const lists: string[][] = []
  for (const { choices } of sheets.flatMap(({ columns }) => columns)) {
    if (choices && choices.length > 0 && !lists.some((one) => sameList(one, choices))) lists.push([...choices])
  }
  return lists
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n])
}

function choicesSheet(lists: readonly string[][]): WriteSheet {
  const longest = Math.max(...lists.map(({ length }) => length))
  const rows = Array.from({ length: longest }, (_, r) => lists.map((list) => list[r] ?? null))
  return { name: CHOICES_SHEET, rows, hidden: true }
}

function explanations(sheets: readonly TableSheet[], title: string): WriteSheet {
  const head = ['工作表', '列', '必填', '怎么填', '例', '可选的内容']
  const lines = sheets.flatMap((sheet) => [
    [sheet.name, '', '', sheet.explain, '', ''],
    ...sheet.columns.map(({ title, required, explain, example, choices = [] }) => [
      sheet.name,
      title,
      required ? '是' : '',
      explain,
      example,
      choices.length <= 12 ? choices.join('、') : `下拉中选，共 ${choices.length} 个`,
    ]),
  ])
  const rows = [head, ...lines]
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  rows.forEach((row, r) => {
    row.forEach((_, c) => {
      cells.set(`${r},${c}`, { style: r === 0 ? HEADER : TEXT })
    })
  })
  return {
    name: EXPLANATIONS_SHEET,
    columns: [14, 18, 6, 60, 24, 40].map((width) => ({ width })),
    rows,
    cells,
    freezePane: { rows: 1 },
    ...printSetup(title, EXPLANATIONS_SHEET),
  }
}

function printSetup(title: string, name: string): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      // As many pages long as it takes.
      fitToHeight: 0,
      margins: { top: 0.7, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    // & begins a command.
    headerFooter: { oddFooter: `&L&8${`${title} ${name}`.replace(/&/g, '&&')}&R第&P页，共&N页` },
  }
}

/** The header on every page; of a table with rows only those, of a template the ruled rows. */
function printed({ name, columns, rows }: TableSheet): NamedRange[] {
  const sheet = `'${name}'`
  const last = addressOf(1 + (rows.length || EMPTY_ROWS), columns.length - 1).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')
  return [
    { name: '_xlnm.Print_Titles', range: `${sheet}!$1:$1`, scope: name },
    { name: '_xlnm.Print_Area', range: `${sheet}!$A$1:${last}`, scope: name },
  ]
}

const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const HEADER: CellStyle = {
  font: { name: '黑体', size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
}
/** As text: 001 stays 001, and what begins with = is no formula. */
const TEXT: CellStyle = {
  numFmt: '@',
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  border: BORDER,
}

function styleOf({ type, decimals }: Column): CellStyle {
  if (type !== 'number') return TEXT
  return {
    alignment: { horizontal: 'right', vertical: 'center' },
    border: BORDER,
    ...(decimals && { numFmt: `0.${'0'.repeat(decimals)}` }),
  }
}
