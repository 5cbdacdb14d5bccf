/**
 * Workbooks as people hand them over: an export or a template with cells changed by hand, uploaded as the phone does, and
 * read back by another library than writes them.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import type { CallOut } from '../../src/contract'
import type { Answer } from '../../src/contract/errors'
import type { Table } from '../../src/contract/programme'
import type { LocalCloud } from '../../tools/local-cloud'
import { newId } from './cards'
import type { Person } from './day'

type Preview = CallOut<'programme', 'importTable'>

/** A text, a number, nothing, or a cell's own XML (`t="e"><v>#REF!</v>`). */
export type CellEdit = string | number | null | { xml: string; style?: string }

export interface Edit {
  sheet: string
  cells?: Record<string, CellEdit>
  /** Anything else of the sheet's XML. */
  xml?: (xml: string) => string
}

export function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/** The workbook with cells changed. Rows and columns that are not there are added at the end. */
export function edited(workbook: Uint8Array, ...edits: Edit[]): Uint8Array {
  const parts = unzipSync(workbook)
  for (const { sheet, cells = {}, xml } of edits) {
    const path = partOf(parts, sheet)
    let text = strFromU8(parts[path]!)
    for (const [address, edit] of Object.entries(cells)) text = withCell(text, address, edit)
    parts[path] = strToU8(xml ? xml(text) : text)
  }
  return zipSync(parts)
}

/** The workbook's parts changed by hand. */
export function rebuilt(workbook: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(workbook)
  change(parts)
  return zipSync(parts)
}

export function renamed(workbook: Uint8Array, from: string, to: string): Uint8Array {
  return rebuilt(workbook, (parts) => {
    const text = strFromU8(parts['xl/workbook.xml']!)
    parts['xl/workbook.xml'] = strToU8(text.replace(`<sheet name="${from}"`, `<sheet name="${to}"`))
  })
}

/** A style's index by its number format, added if need be: percent is 9, a date 14. */
export function withFormat(workbook: Uint8Array, numFmtId: number): { workbook: Uint8Array; style: string } {
  let style = ''
  const changed = rebuilt(workbook, (parts) => {
    const text = strFromU8(parts['xl/styles.xml']!)
    const [, count] = /<cellXfs count="(\d+)"/.exec(text)!
    style = count!
    parts['xl/styles.xml'] = strToU8(
      text
        .replace(/<cellXfs count="\d+"/, `<cellXfs count="${Number(count) + 1}"`)
        .replace(
          '</cellXfs>',
          `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs>`,
        ),
    )
  })
  return { workbook: changed, style }
}

function partOf(parts: Record<string, Uint8Array>, sheet: string): string {
  const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
  const at = names.indexOf(sheet)
  if (at < 0) throw new Error(`no sheet ${sheet} among ${names}`)
  return `xl/worksheets/sheet${at + 1}.xml`
}

function withCell(xml: string, address: string, edit: CellEdit): string {
  const cell = cellXml(address, edit)
  const known = new RegExp(`<c r="${address}"( [^>]*?)?(/>|>.*?</c>)`)
  if (known.test(xml)) return xml.replace(known, () => cell)
  const row = address.replace(/^[A-Z]+/, '')
  const ofRow = new RegExp(`(<row r="${row}"[^>]*>)(.*?)(</row>)`)
  if (ofRow.test(xml)) return xml.replace(ofRow, (_, open, cells, close) => `${open}${cells}${cell}${close}`)
  return xml.replace('</sheetData>', () => `<row r="${row}">${cell}</row></sheetData>`)
}

function cellXml(address: string, edit: CellEdit): string {
  if (edit === null) return `<c r="${address}"/>`
  if (typeof edit === 'number') return `<c r="${address}"><v>${edit}</v></c>`
  if (typeof edit === 'string')
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(edit)}</t></is></c>`
  return `<c r="${address}"${edit.style ? ` s="${edit.style}"` : ''} ${edit.xml}</c>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

export interface Upload {
  sendId: string
  fileId: string
}

export async function uploaded(cloud: LocalCloud, workbook: Uint8Array, sendId = newId()): Promise<Upload> {
  const cloudPath = `imports/${sendId}.xlsx`
  const { fileID } = await cloud.sdk().uploadFile({ cloudPath, fileContent: Buffer.from(workbook) })
  return { sendId, fileId: fileID }
}

/** What an import of the workbook would do; the answer as it comes. */
export async function previewed(
  cloud: LocalCloud,
  person: Person,
  table: Table,
  workbook: Uint8Array,
): Promise<Answer<Preview> & { upload: Upload }> {
  const upload = await uploaded(cloud, workbook)
  return { ...(await person.asks('programme', 'importTable', { table, ...upload, hash: null })), upload }
}

/** Preview and write, as somebody does who agrees with what they see. */
export async function imported(
  cloud: LocalCloud,
  person: Person,
  table: Table,
  workbook: Uint8Array,
): Promise<Preview> {
  const { upload, ...answer } = await previewed(cloud, person, table, workbook)
  if (!answer.ok) throw new Error(`refused: ${answer.error.code} ${JSON.stringify(answer.error.details ?? {})}`)
  if (answer.data.faults.length > 0) throw new Error(`faults: ${JSON.stringify(answer.data.faults)}`)
  return person.does('programme', 'importTable', { table, ...upload, hash: answer.data.hash })
}

/** By the sheet's name, its rows as another library reads them. */
export async function readBack(base64: string): Promise<Record<string, unknown[][]>> {
  const sheets = await readExcelFile(Buffer.from(base64, 'base64'))
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]))
}
