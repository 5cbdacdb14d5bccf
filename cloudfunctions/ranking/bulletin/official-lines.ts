/** Fonts and lines of an official document: GB/T 9704-2012, 5.2.2 and 7.3. */
import { AlignmentType, type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx'

/** As Windows and WPS have them; 小标宋 where the office has installed it. */
export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋',
  heading: '黑体',
  subheading: '楷体',
  page: '宋体',
} as const
export type Font = (typeof FONTS)[keyof typeof FONTS]

/** In half points: 2号 is 22 points, 3号 16, 4号 14, 小四 12. A digest of 71 letters fits one line in 小四. */
export const SIZES = { mark: 72, title: 44, body: 32, page: 28, table: 24, digest: 24 } as const

/** Millimetres in twentieths of a point. */
export function mm(length: number): number {
  return Math.round((length / 25.4) * 72 * 20)
}

/** In millimetres. */
export const TYPE_AREA = { width: 156, height: 225 }

/** What a character of the body takes of a line, in twentieths of a point: 28 of them fill the type area's width. */
export const CHARACTER = Math.floor(mm(TYPE_AREA.width) / 28)

/**
 * Every run names its fonts: what says nothing falls back to the program's own. The body is drawn together to 28 characters
 * a line by each run, not by the page's grid: programs other than Word widen a grid that is narrower than its characters.
 */
export function run(
  text: string,
  font: Font,
  { size = SIZES.body, ...more }: Pick<IRunOptions, 'color' | 'children'> & { size?: number } = {},
): TextRun {
  const words = more.children ? {} : { text }
  return new TextRun({
    ...words,
    ...more,
    size,
    characterSpacing: size === SIZES.body ? CHARACTER - 10 * SIZES.body : undefined,
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
  })
}

type LineStyle = { font?: Font; size?: number; isIndented?: boolean } & Pick<
  IParagraphOptions,
  'outlineLevel' | 'keepNext'
>

/** A line of the body: two characters indented, on the grid of 22 lines a page. */
export function textLine(
  text: string,
  { font = FONTS.body, size = SIZES.body, isIndented = true, outlineLevel, keepNext = false }: LineStyle = {},
): Paragraph {
  return new Paragraph({
    // A heading alone at the foot of a page has nothing under it.
    keepNext: keepNext || outlineLevel !== undefined,
    outlineLevel,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: isIndented ? { firstLine: 2 * CHARACTER, firstLineChars: 200 } : undefined,
    children: [run(text, font, { size })],
  })
}

export function blank(style: Pick<LineStyle, 'keepNext'> = {}): Paragraph {
  return textLine('', { ...style, isIndented: false })
}

type CentredStyle = { line?: number; before?: number } & Pick<IParagraphOptions, 'border'>

export function centred(words: TextRun, { line = LINE, before, border }: CentredStyle = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, line, lineRule: LineRuleType.EXACT },
    border,
    children: [words],
  })
}

/** 22 of them fill the type area's 225 mm: 28.95 points. */
export const LINE = 579
