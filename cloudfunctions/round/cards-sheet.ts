/**
 * 户码纸: household cards as a Word file, eight to an A4 page, to be cut along the dashed lines and drawn from a bag. But
 * for its code no card differs from another.
 */
import type { Paragraph, Table, TableCell, TableRow } from 'docx'

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

/** Loaded only by who prints: a megabyte of code. */
type Docx = typeof import('docx')

const ACROSS = 2
/** Twentieths of a point; 567 to a centimetre. */
const CM = 567
const PAGE = { width: 21 * CM, height: Math.round(29.7 * CM), margin: CM }
/** Four and a hair to a page. What stands on a card takes 170 of its 190 points. */
const CARD = { width: Math.floor((PAGE.width - 2 * PAGE.margin) / ACROSS), height: Math.round(6.7 * CM), padding: 200 }
/** 2.6 cm: what a camera takes easily. In pixels of 96 to the inch, as the package counts. */
const PICTURE = { pixels: 98, column: Math.round(2.9 * CM) }

export async function cardsSheet(cards: Cards): Promise<Buffer> {
  const docx = await import('docx')
  const { Document, Packer } = docx
  const { width, height, margin } = PAGE
  const page = { size: { width, height }, margin: { top: margin, bottom: margin, left: margin, right: margin } }
  const document = new Document({
    title: `${cards.villageName}一次性户码`,
    creator: '乡村振兴拉练',
    // Word ends a section with a paragraph.
    sections: [{ properties: { page }, children: [sheet(docx, cards), nothing(docx)] }],
  })
  return Packer.toBuffer(document)
}

function sheet(docx: Docx, cards: Cards): Table {
  const { Table, TableLayoutType, WidthType } = docx
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: CARD.width * ACROSS, type: WidthType.DXA },
    columnWidths: Array.from({ length: ACROSS }, () => CARD.width),
    rows: inRows(cards.codes).map((codes) => row(docx, codes, cards)),
  })
}

function inRows(codes: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(codes.length / ACROSS) }, (_, n) => codes.slice(n * ACROSS, (n + 1) * ACROSS))
}

function row(docx: Docx, codes: readonly string[], cards: Cards): TableRow {
  const empty = Array.from({ length: ACROSS - codes.length }, () => cell(docx, [nothing(docx)]))
  return new docx.TableRow({
    cantSplit: true,
    height: { value: CARD.height, rule: docx.HeightRule.EXACT },
    children: [...codes.map((code) => cell(docx, card(docx, code, cards))), ...empty],
  })
}

function cell(docx: Docx, children: (Paragraph | Table)[]): TableCell {
  const cut = { style: docx.BorderStyle.DASHED, size: 4, color: '808080' }
  return new docx.TableCell({
    borders: { top: cut, bottom: cut, left: cut, right: cut },
    margins: { top: 100, bottom: 80, left: CARD.padding, right: CARD.padding },
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children,
  })
}

/** Top to bottom: whose survey, the code, how to enter it. */
function card(docx: Docx, code: string, { villageName, roundNumber, day, picture }: Cards): (Paragraph | Table)[] {
  const scan = picture ? '扫左边的码' : '扫村公示栏上的码'
  const how = [
    `谁的手机都行：微信${scan}，点“凭户码代填”。`,
    '不记名，一张纸条答一份。',
    '户码里没有 0、1、O、I。',
  ].map((text) => line(docx, text, { points: 10.5, height: 15, isCentred: false }))
  return [
    line(docx, `${villageName}村民满意度测评`, { points: 15, height: 22, isBold: true }),
    line(docx, `一次性户码　第 ${roundNumber} 次拉练　${day}`, { points: 10.5, height: 16 }),
    line(docx, code, { points: 22, height: 42, isBold: true }),
    ...(picture ? [beside(docx, picture, how), nothing(docx)] : how),
  ]
}

/** The picture on the left, the words on the right. */
function beside(docx: Docx, picture: CodePicture, words: Paragraph[]): Table {
  const { ImageRun, Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType } = docx
  const image = new ImageRun({
    type: picture.contentType === 'image/png' ? 'png' : 'jpg',
    data: picture.bytes,
    transformation: { width: PICTURE.pixels, height: PICTURE.pixels },
    altText: { name: '小程序码', description: '本村的小程序码', title: '小程序码' },
  })
  const inside = CARD.width - 2 * CARD.padding
  const columns = [PICTURE.column, inside - PICTURE.column]
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    width: { size: inside, type: WidthType.DXA },
    columnWidths: columns,
    rows: [
      new TableRow({
        children: [[new Paragraph({ children: [image] })], words].map(
          (children, n) =>
            new TableCell({
              width: { size: columns[n]!, type: WidthType.DXA },
              verticalAlign: docx.VerticalAlignTable.CENTER,
              children,
            }),
        ),
      }),
    ],
  })
}

interface LineStyle {
  points: number
  /** Of the line, in points. */
  height: number
  isBold?: boolean
  isCentred?: boolean
}

/** Fonts are named, not embedded: what Windows and WPS have; 黑体 where it is bold. */
function line(docx: Docx, text: string, { points, height, isBold = false, isCentred = true }: LineStyle): Paragraph {
  const { AlignmentType, LineRuleType, Paragraph, TextRun } = docx
  const font = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: isBold ? '黑体' : '宋体' }
  return new Paragraph({
    alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { line: height * 20, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, font, bold: isBold, size: points * 2 })],
  })
}

/** A paragraph where Word wants one: so small that it opens no page of its own. */
function nothing(docx: Docx): Paragraph {
  return new docx.Paragraph({ spacing: { line: 20, lineRule: docx.LineRuleType.EXACT }, children: [] })
}
