/**
 * 一村一码 as a Word file, a page a village: whose code it is, read from two metres, the code, and what it is for. Laid out
 * for A4; A3 is the same, larger by the square root of two.
 */
import type { Paragraph } from 'docx'
import type { CodePicture } from '../../common/mini-program-code'

export interface Poster {
  id: string
  name: string
  /** 西岭区　青山镇 */
  place: string
  code: CodePicture
}

export type PosterSize = 'A4' | 'A3'

/** Loaded only by who prints: a megabyte of code. */
type Docx = typeof import('docx')

/** Points, of A4. What stands on a page takes at most 750 of the 757 between its margins. */
const PAGE = { width: 595.3, height: 841.9, margin: 42.5 }
/** 12.4 cm: scanned by a camera from more than a metre. */
const CODE = 351.5
const NAME = { width: 500, height: 108, most: 96, line: 1.12 }
const SCALE: Record<PosterSize, number> = { A4: 1, A3: Math.SQRT2 }
const INK = '1D2129'

export async function posterSheets(posters: readonly Poster[], size: PosterSize, title: string): Promise<Buffer> {
  const docx = await import('docx')
  const scale = SCALE[size]
  const document = new docx.Document({
    title: '一村一码',
    creator: title || '乡村振兴拉练',
    sections: posters.map((poster) => ({
      properties: { page: pageOf(docx, scale) },
      children: sheet(docx, poster, title, scale),
    })),
  })
  return docx.Packer.toBuffer(document)
}

/** A thin frame, inside of what every printer reaches. */
function pageOf(docx: Docx, scale: number) {
  const { PageBorderDisplay, PageBorderOffsetFrom, BorderStyle } = docx
  const margin = twentieths(PAGE.margin * scale)
  const side = { style: BorderStyle.SINGLE, size: 12, color: INK, space: 24 }
  return {
    size: { width: twentieths(PAGE.width * scale), height: twentieths(PAGE.height * scale) },
    margin: { top: margin, bottom: margin, left: margin, right: margin },
    borders: {
      pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
      pageBorderTop: side,
      pageBorderRight: side,
      pageBorderBottom: side,
      pageBorderLeft: side,
    },
  }
}

/** Top to bottom. */
function sheet(docx: Docx, { id, name, place, code }: Poster, title: string, scale: number): Paragraph[] {
  const points = namePoints(name)
  return [
    line(docx, title, { points: 16, height: 26 }, scale),
    line(
      docx,
      name,
      { points, height: points * NAME.line, isBold: true, before: 8 + (NAME.height - nameHeight(name)) / 2 },
      scale,
    ),
    line(docx, place, { points: 16, height: 28, isRuled: true }, scale),
    line(docx, '一村一码', { points: 28, height: 46, isBold: true, spaced: 12, before: 6 }, scale),
    picture(docx, name, code, scale),
    line(docx, '用微信扫一扫', { points: 34, height: 46, isBold: true, before: 4 }, scale),
    line(docx, '村民不记名测评，约 1 分钟', { points: 24, height: 34 }, scale),
    line(docx, '年满 18 周岁的村民都可以填', { points: 20, height: 30 }, scale),
    line(docx, `这个码只属于${name}（${id}），长期有效，请不要遮挡。`, { points: 11, height: 18, before: 8 }, scale),
  ]
}

/** As large as fits: one line up to eight characters, then two, then three. */
function namePoints(name: string): number {
  const lines = nameLines(name)
  const across = NAME.width / Math.ceil(name.length / lines)
  return Math.floor(Math.min(NAME.most, across, NAME.height / lines / NAME.line))
}

function nameHeight(name: string): number {
  return nameLines(name) * namePoints(name) * NAME.line
}

function nameLines(name: string): number {
  return name.length <= 8 ? 1 : name.length <= 18 ? 2 : 3
}

interface LineStyle {
  points: number
  /** Of the line, in points. */
  height: number
  isBold?: boolean
  /** Between characters, in points. */
  spaced?: number
  /** Above it, in points. */
  before?: number
  /** With a heavy rule below, as at the head of a printed form. */
  isRuled?: boolean
}

/** Fonts are named, not embedded: what Windows and WPS have; 黑体 where it is bold. */
function line(docx: Docx, text: string, style: LineStyle, scale: number): Paragraph {
  const { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } = docx
  const { points, height, isBold = false, spaced = 0, before = 0, isRuled = false } = style
  const font = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: isBold ? '黑体' : '宋体' }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: {
      line: twentieths(height * scale),
      lineRule: LineRuleType.EXACT,
      before: twentieths(before * scale),
      after: 0,
    },
    ...(isRuled && { border: { bottom: { style: BorderStyle.SINGLE, size: 24, color: INK, space: 8 } } }),
    children: [
      new TextRun({
        text,
        font,
        bold: isBold,
        size: Math.round(points * scale * 2),
        ...(spaced > 0 && { characterSpacing: twentieths(spaced * scale) }),
      }),
    ],
  })
}

function picture(docx: Docx, name: string, { contentType, bytes }: CodePicture, scale: number): Paragraph {
  // The package counts in pixels of 96 to the inch.
  const pixels = Math.round((CODE * scale * 96) / 72)
  const image = new docx.ImageRun({
    type: contentType === 'image/png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: pixels, height: pixels },
    altText: { name: '小程序码', description: `${name}的小程序码`, title: '小程序码' },
  })
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: [image],
  })
}

function twentieths(points: number): number {
  return Math.round(points * 20)
}
