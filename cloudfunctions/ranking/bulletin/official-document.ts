/**
 * 公文: words in the layout of GB/T 9704-2012, as a Word file. Its head (organiser, document number to be filled in, red
 * line), title, addressee, body with headings 一、and （一）, signature and date. Fonts are named, not embedded.
 * Loaded only by who prints: the package is a megabyte of code.
 */
import { AlignmentType, BorderStyle, Document, Packer, Paragraph } from 'docx'
import { FONTS, mm, run, SIZES, textLine } from './official-lines'
import { footers, page } from './official-page'
import { officialTable, type TableBlock } from './official-table'

export type Block = { kind: 'subheading' | 'text' | 'digest'; text: string } | TableBlock

export interface Section {
  heading: string
  blocks: Block[]
}

export interface OfficialDocument {
  organiser: string
  title: string
  /** 主送机关, without its colon. */
  addressee: string
  lead: string[]
  sections: Section[]
  /** 成文日期, in words. */
  date: string
}

export async function officialDocument(text: OfficialDocument): Promise<Buffer> {
  const document = new Document({
    title: text.title,
    creator: text.organiser,
    // Odd pages have their number on the right, even ones on the left.
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FONTS.body, size: SIZES.body } } } },
    sections: [{ properties: page, footers, children: [...head(text), ...body(text), ...signature(text)] }],
  })
  return Packer.toBuffer(document)
}

/** 版头: 35 mm below the type area's edge the organiser, two lines below it the number, 4 mm below that the red line. */
function head({ organiser }: OfficialDocument): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: mm(35) },
      children: [run(organiser, FONTS.title, { size: SIZES.mark, color: RED })],
    }),
    blank(),
    blank(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: RED } },
      children: [run(NUMBER_TO_FILL_IN, FONTS.body)],
    }),
    blank(),
    blank(),
  ]
}

const RED = 'E60012'
const NUMBER_TO_FILL_IN = '　　　〔　　　　〕　　　号'

function body({ title, addressee, lead, sections }: OfficialDocument) {
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, children: [run(title, FONTS.title, { size: SIZES.title })] }),
    blank(),
    textLine(`${addressee}：`, { isIndented: false }),
    ...lead.map((text) => textLine(text)),
    ...sections.flatMap(({ heading, blocks }, n) => [
      textLine(`${NUMERALS[n]}、${heading}`, { font: FONTS.heading, outlineLevel: 0 }),
      ...inside(blocks),
    ]),
  ]
}

const NUMERALS = '一二三四五六七八九十'

function inside(blocks: readonly Block[]) {
  let subheadings = 0
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'table':
        return officialTable(block)
      case 'subheading':
        return textLine(`（${NUMERALS[subheadings++]}）${block.text}`, { font: FONTS.subheading, outlineLevel: 1 })
      case 'digest':
        return new Paragraph({ children: [run(block.text, FONTS.page, { size: SIZES.digest })] })
      case 'text':
        return textLine(block.text)
    }
  })
}

/** The date ends four characters before the edge, the organiser stands centred above it. */
function signature({ organiser, date }: OfficialDocument): Paragraph[] {
  const above = 4 + (charactersWide(date) - charactersWide(organiser)) / 2
  return [blank(), atRight(organiser, Math.max(0, above)), atRight(date, 4)]
}

function atRight(text: string, characters: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * 10 * SIZES.body) },
    children: [run(text, FONTS.body)],
  })
}

/** A digit is half as wide as a character. */
function charactersWide(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0)
}

function blank(): Paragraph {
  return textLine('', { isIndented: false })
}
