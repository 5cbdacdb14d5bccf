/**
 * 公文: words in the layout of GB/T 9704-2012, as a Word file. Its head (organiser, document number to be filled in, red
 * line), title, addressee, body with headings 一、and （一）, signature and date. Fonts are named, not embedded.
 * Loaded only by who prints: the package is a megabyte of code.
 */
import { AlignmentType, BorderStyle, Document, LineRuleType, Packer, Paragraph } from 'docx'
import { charactersWide } from '../../common/characters-wide'
import { blank, CHARACTER, centred, FONTS, LINE, mm, run, SIZES, textLine } from './official-lines'
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
    centred(run(organiser, FONTS.title, { size: SIZES.mark, color: RED }), { line: 2 * LINE, before: mm(35) }),
    blank(),
    blank(),
    centred(run(NUMBER_TO_FILL_IN, FONTS.body), {
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: RED } },
    }),
    blank(),
    blank(),
  ]
}

const RED = 'E60012'
const NUMBER_TO_FILL_IN = '　　　〔　　　　〕　　　号'

function body({ title, addressee, lead, sections }: OfficialDocument) {
  return [
    centred(run(title, FONTS.title, { size: SIZES.title }), { line: TITLE_LINE }),
    blank(),
    textLine(`${addressee}：`, { isIndented: false }),
    ...lead.map((text) => textLine(text)),
    ...sections.flatMap(({ heading, blocks }, n) => [
      textLine(`${NUMERALS[n]}、${heading}`, { font: FONTS.heading, outlineLevel: 0 }),
      ...inside(blocks, { isLast: n === sections.length - 1 }),
    ]),
  ]
}

/** 2号 takes a little more than a line of the grid. */
const TITLE_LINE = 700

const NUMERALS = '一二三四五六七八九十'

/** The last words go with the signature: no page holds a signature alone. */
function inside(blocks: readonly Block[], { isLast }: { isLast: boolean }) {
  let subheadings = 0
  return blocks.flatMap((block, n) => {
    if (block.kind === 'table') return officialTable(block)
    if (block.kind === 'digest')
      return textLine(block.text, { font: FONTS.page, size: SIZES.digest, isIndented: false })
    if (block.kind === 'text') return textLine(block.text, { keepNext: isLast && n === blocks.length - 1 })
    const numbered = `（${NUMERALS[subheadings++]}）${block.text}`
    return textLine(numbered, { font: FONTS.subheading, outlineLevel: 1 })
  })
}

/** The date ends four characters before the edge, the organiser stands centred above it, on the same page. */
function signature({ organiser, date }: OfficialDocument): Paragraph[] {
  const above = 4 + (charactersWide(date) - charactersWide(organiser)) / 2
  return [blank({ keepNext: true }), atRight(organiser, Math.max(0, above), { keepNext: true }), atRight(date, 4)]
}

function atRight(text: string, characters: number, { keepNext = false } = {}): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.RIGHT,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { right: Math.round(characters * CHARACTER) },
    children: [run(text, FONTS.body)],
  })
}
