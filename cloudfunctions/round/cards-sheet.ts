/**
 * 户码纸: household cards as a Word file, eight to an A4 page, to be cut along the dashed lines and drawn from a bag. But
 * for its code no card differs from another.
 */
import type { IParagraphOptions, IRunOptions, ITableCellBorders, Paragraph, TableCell, TableRow } from 'docx'
import { CARD_CODE_LENGTH } from '../../src/domain/card-code'

export interface CodePicture {
  contentType: string
  bytes: Buffer
}

interface Cards {
  villageName: string
  roundNumber: number
  /** `YYYY-MM-DD`: the round's day, until which a card is good. */
  day: string
  /** Grouped, as they are read. */
  codes: string[]
  /** The village's mini-program code, or null. */
  picture: CodePicture | null
}

type Docx = typeof import('docx')

const ACROSS = 2
/** Twentieths of a point; 567 to a centimetre. */
const CM = 567
const PAGE = { width: 21 * CM, height: Math.round(29.7 * CM), margin: CM }
const CARD = { width: (PAGE.width - 2 * PAGE.margin) / ACROSS, height: Math.round(6.7 * CM) }
const PICTURE = { cm: 2.6, pixels: 98 }

export async function cardsSheet(cards: Cards): Promise<Buffer> {
  // A megabyte of code that no other action of this function needs to load.
  const docx = await import('docx')
  const { Document, Packer, Paragraph, Table, TableLayoutType, WidthType } = docx
  const rows = inRows(cards.codes).map((codes) => row(docx, codes, cards))
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: CARD.width * ACROSS, type: WidthType.DXA },
    columnWidths: Array.from({ length: ACROSS }, () => CARD.width),
    rows,
  })
  const { width, height, margin } = PAGE
  const page = { size: { width, height }, margin: { top: margin, bottom: margin, left: margin, right: margin } }
  const document = new Document({
    title: `${cards.villageName}一次性户码`,
    creator: '乡村振兴拉练',
    sections: [
      {
        properties: { page },
        // Word ends a section with a paragraph: so small that it opens no page of its own.
        children: [table, new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function inRows(codes: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(codes.length / ACROSS) }, (_, n) => codes.slice(n * ACROSS, (n + 1) * ACROSS))
}

function row(docx: Docx, codes: readonly string[], cards: Cards): TableRow {
  const { TableRow, HeightRule } = docx
  const empty = Array.from({ length: ACROSS - codes.length }, () => cell(docx, [new docx.Paragraph({})]))
  return new TableRow({
    cantSplit: true,
    height: { value: CARD.height, rule: HeightRule.EXACT },
    children: [...codes.map((code) => cell(docx, card(docx, code, cards))), ...empty],
  })
}

function cell(docx: Docx, children: Paragraph[]): TableCell {
  const cut = { style: docx.BorderStyle.DASHED, size: 4, color: '808080' }
  const borders: ITableCellBorders = { top: cut, bottom: cut, left: cut, right: cut }
  const margins = { top: 120, bottom: 60, left: 200, right: 200 }
  return new docx.TableCell({ borders, margins, verticalAlign: docx.VerticalAlignTable.CENTER, children })
}

/** Top to bottom: whose survey, the code, how to enter it. */
function card(docx: Docx, code: string, { villageName, roundNumber, day, picture }: Cards): Paragraph[] {
  const where = picture ? '扫左下的码' : '扫村公示栏上的码'
  const how = `谁的手机都行：微信${where}，点“凭户码代填”，输入上面 ${CARD_CODE_LENGTH} 位。`
  return [
    line(docx, [{ text: `${villageName}村民满意度测评`, size: 30, bold: true }]),
    line(docx, [{ text: `一次性户码　第 ${roundNumber} 次拉练　${day}`, size: 21 }]),
    line(docx, [{ text: code, size: 44, bold: true, characterSpacing: 20 }], { spacing: { before: 100, after: 100 } }),
    ...(picture ? [line(docx, [], {}, picture)] : []),
    line(docx, [{ text: how, size: 21 }]),
    line(docx, [{ text: '不记名，一张纸条答一份，收卷后作废。没有数字 0、1 和字母 O、I。', size: 21 }]),
  ]
}

/** Fonts are named, not embedded: what Windows and WPS have; 黑体 where it is bold. */
function line(
  docx: Docx,
  runs: IRunOptions[],
  options: IParagraphOptions = {},
  picture: CodePicture | null = null,
): Paragraph {
  const { AlignmentType, ImageRun, Paragraph, TextRun } = docx
  const texts = runs.map(
    (run) => new TextRun({ ...run, font: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: run.bold ? '黑体' : '宋体' } }),
  )
  const image = picture && [
    new ImageRun({
      type: picture.contentType === 'image/png' ? 'png' : 'jpg',
      data: picture.bytes,
      transformation: { width: PICTURE.pixels, height: PICTURE.pixels },
    }),
  ]
  return new Paragraph({ alignment: AlignmentType.CENTER, ...options, children: image ?? texts })
}
