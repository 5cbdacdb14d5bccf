/**
 * A workbook's parts, unpacked within bounds: an xlsx is a zip, and a zip of two kilobytes can hold gigabytes. What it
 * declares is added up before anything is unpacked, and unpacking stops at what was declared. Only the parts that hold
 * cells are kept, and packed again without compression: the reader behind it meets nothing else.
 */
import { strFromU8, type UnzipFileInfo, type Unzipped, unzipSync, zipSync } from 'fflate'

/** A workbook that is filled in by hand has some hundred kilobytes. */
export const MOST_BYTES = 2 * 1024 * 1024
const MOST_UNPACKED = 20 * 1024 * 1024
const MOST_PARTS = 200

/** Why a file is no workbook, in words for who uploaded it. */
export class NotWorkbook extends Error {}

/** The same workbook as an uncompressed zip of the parts that matter, and its sheets' XML. Throws NotWorkbook. */
export function unzipped(bytes: Uint8Array): { stored: Uint8Array; sheets: string[] } {
  refuseOtherFormats(bytes)
  refuseBomb(declaredParts(bytes), bytes.byteLength)
  const parts = unpacked(bytes)
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\//i.test(name))
  if (sheets.length === 0) throw new NotWorkbook('这个压缩包里没有 Excel 表格')
  return { stored: zipSync(parts, { level: 0 }), sheets: sheets.map((name) => strFromU8(parts[name]!)) }
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return
  if (bytes.byteLength === 0) throw new NotWorkbook('文件是空的')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw new NotWorkbook(oldOrEncrypted(bytes))
  throw new NotWorkbook('内容不是 Excel 工作簿，可能是别的文件改了扩展名')
}

/** Both an old .xls and a workbook with a password lie in the same container; only the latter names its stream. */
function oldOrEncrypted(bytes: Uint8Array): string {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? '工作簿加了密码，请先取消密码'
    : '这是旧格式 .xls，请另存为 .xlsx'
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

function declaredParts(bytes: Uint8Array): UnzipFileInfo[] {
  const parts: UnzipFileInfo[] = []
  whole(() =>
    unzipSync(bytes, {
      filter(part) {
        parts.push(part)
        return false
      },
    }),
  )
  return parts
}

function refuseBomb(parts: readonly UnzipFileInfo[], packed: number): void {
  const unpackedBytes = sum(parts.map(({ originalSize }) => originalSize))
  // Parts that overlap would unpack the same bytes again and again.
  const overlaps = sum(parts.map(({ size }) => size)) > packed
  if (parts.length > MOST_PARTS || unpackedBytes > MOST_UNPACKED || overlaps)
    throw new NotWorkbook('文件展开以后太大，请只留要导入的表，用模板另存')
}

function unpacked(bytes: Uint8Array): Unzipped {
  const sizes = new Map<string, number>()
  const parts = whole(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!holdsCells(name)) return false
        sizes.set(name, originalSize)
        return true
      },
    }),
  )
  for (const [name, part] of Object.entries(parts))
    if (part.byteLength !== sizes.get(name) || !isWholeXml(strFromU8(part))) throw damaged()
  return parts
}

/** Ends as it began. The reader behind would take the half that is there for the whole. */
function isWholeXml(xml: string): boolean {
  const [, root] = /<([A-Za-z_][\w:.-]*)/.exec(xml) ?? []
  const end = xml.trimEnd()
  return root !== undefined && (end.endsWith(`</${root}>`) || /^[^<]*(<[?!][^>]*>\s*)*<[^>]*\/>$/.test(end))
}

/** No pictures, drawings, notes, macros or links: their contents decide nothing. */
function holdsCells(name: string): boolean {
  return /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/i.test(
    name,
  )
}

function whole<T>(work: () => T): T {
  try {
    return work()
  } catch {
    throw damaged()
  }
}

function damaged(): NotWorkbook {
  return new NotWorkbook('文件不完整，可能没有传完或已经损坏')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
