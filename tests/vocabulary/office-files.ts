/** Word and Excel files opened and read back, as the person who gets them would. */
import { strFromU8, unzipSync } from 'fflate'

/** A file's parts as text, by their path. */
export function opened(base64: string): Record<string, string> {
  const parts = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

export interface WordParagraph {
  kind: 'paragraph'
  text: string
  xml: string
}
export interface WordTable {
  kind: 'table'
  /** The head first. */
  rows: string[][]
  xml: string
}

/** The body of a Word file from top to bottom; no table stands in a table. */
export function wordBlocks(base64: string): (WordParagraph | WordTable)[] {
  const xml = opened(base64)['word/document.xml']!
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([block]) =>
    block.startsWith('<w:tbl>') ? tableIn(block) : { kind: 'paragraph', text: textIn(block), xml: block },
  )
}

function tableIn(xml: string): WordTable {
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell)),
  )
  return { kind: 'table', rows, xml }
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => plain(text!)).join('')
}

/** What stands under each heading 一、…, in order. */
export function wordSections(base64: string): { heading: string; texts: string[]; tables: string[][][] }[] {
  const sections: ReturnType<typeof wordSections> = []
  for (const block of wordBlocks(base64)) {
    const last = sections[sections.length - 1]
    if (block.kind === 'table') last!.tables.push(block.rows)
    else if (/^[一二三四五六七八九十]、/.test(block.text)) sections.push({ heading: block.text, texts: [], tables: [] })
    else if (block.text) last?.texts.push(block.text)
  }
  return sections
}

function plain(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
