/** A workbook's cells as another library than wrote them reads them, against those that must stand there. */
import readExcelFile from 'read-excel-file/node'
import { holds } from '../proof'
import type { Cell, Sheets } from './sample-cells'

/** Sheets of single values: the value stands beside its name. */
const SINGLE = new Set(['方案与权重', '设置'])

/** Answers how many filled cells are as they must be; throws at the first that is not. */
export async function readBack(workbook: Uint8Array, expected: Sheets): Promise<number> {
  const sheets = await readExcelFile(Buffer.from(workbook))
  let cells = 0
  for (const [name, rows] of Object.entries(expected)) {
    const found = sheets.find(({ sheet }) => sheet === name)?.data.slice(1) as Cell[][] | undefined
    holds(found !== undefined, `the workbook has no sheet ${name}`)
    const read = SINGLE.has(name) ? found!.map((row) => [row[1] ?? null]) : found!
    holds(read.length === rows.length, `${name} has ${read.length} rows, not ${rows.length}`)
    rows.forEach((row, r) => {
      const is = JSON.stringify(row.map((_, c) => read[r]![c] ?? null))
      holds(is === JSON.stringify(row), `${name}, row ${r + 2}: ${is}, not ${JSON.stringify(row)}`)
      cells += row.filter((cell) => cell !== null).length
    })
  }
  return cells
}
