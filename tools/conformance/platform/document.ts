/** The rows of docs/platform.md, by table, as their beginnings: what a row of the suite has to name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row, Table } from './row'

const DOCUMENT = join(__dirname, '../../../docs/platform.md')

export function documentedRows(text = readFileSync(DOCUMENT, 'utf8')): Record<Table, string[]> {
  const paragraph = (title: string) => {
    const line = text.split('\n').find((line) => line.startsWith(`**${title}`))
    if (line === undefined) throw new Error(`docs/platform.md has no paragraph ${title}`)
    return line
      .slice(line.indexOf('**', 2) + 2)
      .trim()
      .replace(/\.$/, '')
  }
  const clauses = (title: string) => paragraph(title).split('; ')
  return {
    wire: wireNames(text),
    values: clauses('Values.'),
    commands: clauses('Commands.'),
    openapi: paragraph('openapi.').split(/; |(?<=[})])[.] /),
    'before the wire': clauses('Fails before the wire'),
    'refused damage': clauses('Does not fail, and should'),
    'in transactions': clauses('Transactions:'),
    conflicts: paragraph('What the SDK does.').split(/\. (?=Conflict)/),
    errors: cells(text, '| cause |'),
    'mingo differences': cells(text, '| differs |'),
    limits: cells(text, '| limit |'),
  }
}

/** What the document has and no row names, and the other way round. */
export function unmatched(rows: readonly Row[], documented = documentedRows()): string[] {
  return (Object.keys(documented) as Table[]).flatMap((table) => {
    const own = rows.filter((row) => row.table === table)
    return [
      ...documented[table]
        .filter((said) => !own.some(({ row }) => said.startsWith(row)))
        .map((said) => `${table}: nothing tries «${said}»`),
      ...own
        .filter(({ row }) => !documented[table].some((said) => said.startsWith(row)))
        .map(({ row }) => `${table}: docs/platform.md has no «${row}»`),
    ]
  })
}

/** The first words of the code block's lines, and of what stands behind five blanks in one of them. */
function wireNames(text: string): string[] {
  const block = text.slice(text.indexOf('## The wire')).split('```')[1] ?? ''
  return block
    .split('\n')
    .flatMap((line) => [...line.matchAll(/^[\w.]+|(?<=\s{5})[\w/]+(?= \{)/g)].map(([name]) => name))
}

function cells(text: string, header: string): string[] {
  const lines = text.slice(text.indexOf(header)).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end).map((line) => line.split('|')[1]!.trim())
}
