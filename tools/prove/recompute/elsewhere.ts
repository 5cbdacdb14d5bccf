/** The command itself, `recompute --batch`, under other versions of Node, in other time zones and languages. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { RoundFile } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import { holds } from '../proof'
import type { NodeHere } from './nodes'

export interface Elsewhere {
  zone: string
  language: string
}

/** Either side of the date line, off by a half and a quarter of an hour; a dotless i, a decimal comma, other digits. */
export const elsewhere: readonly Elsewhere[] = [
  { zone: 'Asia/Shanghai', language: 'zh-CN' },
  { zone: 'America/St_Johns', language: 'tr-TR' },
  { zone: 'Pacific/Apia', language: 'de-DE' },
  { zone: 'Australia/Eucla', language: 'ar-EG' },
]

const run = promisify(execFile)
const root = resolve(__dirname, '../../..')

export interface Printed {
  file: RoundFile
  result: RoundResult
}

/** Throws unless each prints these results, byte for byte. How often it was run. */
export async function holdsElsewhere(
  rounds: readonly Printed[],
  nodes: readonly NodeHere[],
  places: readonly Elsewhere[],
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lalian-rounds-'))
  try {
    const names = rounds.map((_, n) => `${String(n).padStart(6, '0')}.json`)
    for (const [n, { file }] of rounds.entries()) writeFileSync(join(folder, names[n]!), JSON.stringify(file))
    const expected = rounds.map(({ result }, n) => `${JSON.stringify({ file: names[n], exit: 0, result })}\n`).join('')
    for (const place of places)
      await Promise.all(
        nodes.map(async (node) => {
          const where = `${node.version}, ${place.zone}, ${place.language}`
          const here = await saidIn(node, place, ['-p', WHERE])
          holds(here === `${place.zone} ${place.language} ${node.version}\n`, `${where}: that is ${here}`)
          const printed = await saidIn(node, place, ['--import', 'tsx', 'tools/recompute/index.ts', '--batch', folder])
          holds(printed === expected, `${where}: ${firstOther(printed, expected)}`)
        }),
      )
    return nodes.length * places.length
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** That the process really is where it was sent to. */
const WHERE =
  '[Intl.DateTimeFormat().resolvedOptions().timeZone, Intl.NumberFormat().resolvedOptions().locale, process.version].join(" ")'

async function saidIn({ path }: NodeHere, { zone, language }: Elsewhere, words: string[]): Promise<string> {
  const locale = `${language.replace('-', '_')}.UTF-8`
  const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale, LANGUAGE: language.slice(0, 2) }
  const { stdout } = await run(path, words, { cwd: root, env, maxBuffer: 2 ** 30 })
  return stdout
}

function firstOther(printed: string, expected: string): string {
  const lines = expected.split('\n')
  const other = printed.split('\n').findIndex((line, n) => line !== lines[n])
  return `line ${other + 1} is ${printed.split('\n')[other]}, not ${lines[other]}`
}
