/** A table across the type area: its head in 黑体 on every page it runs over, no row torn. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { FONTS, type Font, mm, run, SIZES } from './official-lines'

export interface TableBlock {
  kind: 'table'
  /** `share`: of the table's width, beside the others'. Figures stand on the right. */
  columns: { title: string; share: number; isFigure?: boolean }[]
  rows: string[][]
}

const WIDTH = mm(156)
const ROW = { line: 400, padding: 100 }

/** With a line below it: Word ends no section, and puts no text, directly under a table. */
export function officialTable({ columns, rows }: TableBlock): [Table, Paragraph] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((WIDTH * share) / shares))
  const table = new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ title }) => [title, AlignmentType.CENTER]),
        FONTS.heading,
        true,
      ),
      ...rows.map((texts) =>
        row(
          texts.map((text, n) => [text, alignmentOf(columns[n]!)]),
          FONTS.body,
          false,
        ),
      ),
    ],
  })
  return [table, new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT }, children: [] })]

  function row(cells: [string, Alignment][], font: Font, isHead: boolean): TableRow {
    return new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(([text, alignment], n) => cell(text, alignment, widths[n]!, font)),
    })
  }
}

type Alignment = (typeof AlignmentType)['CENTER' | 'RIGHT' | 'LEFT']

function alignmentOf({ isFigure = false }: TableBlock['columns'][number]): Alignment {
  return isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT
}

function cell(text: string, alignment: Alignment, width: number, font: Font): TableCell {
  const line = new Paragraph({
    alignment,
    spacing: { line: ROW.line, lineRule: LineRuleType.AT_LEAST },
    children: [run(text, font, { size: SIZES.table })],
  })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: ROW.padding, right: ROW.padding },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [line],
  })
}
