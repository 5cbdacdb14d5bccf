/** The handbook's printed part says what the code says, and `npm run check` sees where it does not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { contract } from '../../src/contract'
import type { Calls } from '../../src/contract/calls'
import { errors } from '../../src/contract/errors'
import { inputInWords } from '../../tools/print-docs/input'
import { REFERENCE, reference, unlikeTheCode } from '../../tools/print-docs/reference'

describe('what is committed', () => {
  const root = mkdtempSync(join(tmpdir(), 'print-docs-'))
  afterAll(() => rmSync(root, { recursive: true }))

  test('and is not what the code says, or is not there, is told', async () => {
    expect(await unlikeTheCode(root)).toHaveLength(1)
    mkdirSync(join(root, 'docs'))
    writeFileSync(join(root, REFERENCE), (await reference()).replace('administrator', 'anybody'))
    expect(await unlikeTheCode(root)).toEqual([expect.stringContaining('npm run print-docs')])
  })

  test('and is, is not', async () => {
    writeFileSync(join(root, REFERENCE), await reference())
    expect(await unlikeTheCode(root)).toEqual([])
  })
})

describe('it holds', () => {
  let printed: string
  beforeAll(async () => {
    printed = await reference()
  })

  test('every refusal with its sentence', () => {
    for (const [code, sentence] of Object.entries(errors)) expect(printed).toContain(`| \`${code}\` | ${sentence} |`)
  })

  test('every action, once in its function’s table', () => {
    for (const [fn, calls] of Object.entries(contract) as [string, Calls][]) {
      const [section] = printed.split(`### ${fn}\n`)[1]!.split('\n### ')
      const named = section!.match(/^\| (\w+) \| /gm)!.map((row) => row.slice(2, -3))
      expect(named).toEqual(['action', ...Object.keys(calls)])
    }
  })

  test('who may, when, what is sent and how it may be refused', () => {
    expect(printed).toContain(
      '| announce | administrator | sealed, announced | `{ roundId, sendId }` | `wrongState`, `notFound`, `changed` |',
    )
  })
})

test('an input in words: names and shapes', () => {
  const input = z.strictObject({
    id: z.string(),
    note: z.optional(z.string()),
    size: z.enum(['A4', 'A3']),
    from: z.nullable(z.strictObject({ x: z.number() })),
    marks: z.record(z.string(), z.number()),
    lists: z.array(z.string()),
  })
  expect(inputInWords(input)).toBe('{ id, note?, size: "A4" / "A3", from: { x }, marks: { [id]: value }, lists: […] }')
  expect(inputInWords(z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]))).toBe(
    '{ a } / { b }',
  )
})
