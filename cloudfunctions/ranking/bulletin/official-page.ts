/** The page of an official document: GB/T 9704-2012, 5.1 to 5.2.3 and 7.5. */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
} from 'docx'
import { FONTS, LINE, mm, run, SIZES, TYPE_AREA } from './official-lines'

const A4 = { width: 210, height: 297 }
const MARGIN = { top: 37, left: 28 }
const BOTTOM = A4.height - MARGIN.top - TYPE_AREA.height
/** The page number's dashes lie 7 mm below the type area; half its line of 14 points lies below them. */
const FOOTER = BOTTOM - 7 - 2.5

export const page: ISectionPropertiesOptions = {
  page: {
    size: { width: mm(A4.width), height: mm(A4.height) },
    margin: {
      top: mm(MARGIN.top),
      left: mm(MARGIN.left),
      bottom: mm(BOTTOM),
      right: mm(A4.width - MARGIN.left - TYPE_AREA.width),
      footer: mm(FOOTER),
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
}

/** — 1 — in 4号 宋体, one character from the outer edge: on the right of odd pages, on the left of even ones. */
export const footers = { default: pageNumber('right'), even: pageNumber('left') }

function pageNumber(side: 'right' | 'left'): Footer {
  const line = new Paragraph({
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: { [side]: 10 * SIZES.page },
    spacing: { line: 280, lineRule: LineRuleType.EXACT },
    children: [run('', FONTS.page, { size: SIZES.page, children: ['— ', PageNumber.CURRENT, ' —'] })],
  })
  return new Footer({ children: [line] })
}
