import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '../../src/domain/digest'
import { exportOrder } from '../../src/domain/export-order'
import { publicEdition } from '../../src/domain/public-edition'
import { readRoundFile } from '../../src/domain/read-round-file'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import { recompute } from '../../tools/recompute/recompute'

const folder = join(__dirname, '../../tools/seed/sample')
const sample = (name: string) => readFileSync(join(folder, name))

describe.each(['round-1', 'round-2', 'round-2-public'])('%s', (name) => {
  test('recompute prints its published result, byte for byte', () => {
    const printed: string[] = []
    const print = { out: (text: string) => printed.push(text), err: (line: string) => printed.push(line) }
    expect(recompute([join(folder, `${name}.json`)], print)).toBe(0)
    expect(printed.join('')).toBe(sample(`${name}.result.json`).toString())
  })

  test('stands in the exporter’s order', () => {
    const round = accepted(`${name}.json`)
    expect(canonicalJson(exportOrder(round))).toBe(canonicalJson(round))
  })
})

test('the audit edition of round 2 turns into its public edition, to the last byte of the canonical form', () => {
  const audit = accepted('round-2.json') as AuditEdition
  const made = publicEdition(audit, roundResult(audit).digest)
  expect(canonicalJson(made)).toBe(canonicalJson(accepted('round-2-public.json')))
})

function accepted(name: string) {
  const read = readRoundFile(sample(name))
  if ('refusal' in read) throw new Error(`${name} is refused`)
  return read.round
}
