/** The command itself: exit codes, and what stands on which stream. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { fileText, tinyRound } from './tiny-round'

const folder = mkdtempSync(join(tmpdir(), 'recompute-'))
const program = join(folder, 'recompute.cjs')
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, '../../tools/recompute/index.ts')],
    bundle: true,
    platform: 'node',
    outfile: program,
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

test('a valid file: its result and a line feed, exit 0', () => {
  const { status, out, err } = run(file('a.json', fileText(tinyRound())))
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toMatch(/^\{"format":"lalian-result\/1","digest":"sha256:[0-9a-f]{64}".*\}\n$/)
})

test('--expect: 0 for its digest, 4 for another, said on standard error', () => {
  const path = file('a.json', fileText(tinyRound()))
  const { digest } = JSON.parse(run(path).out) as { digest: string }
  expect(run(path, '--expect', digest).status).toBe(0)
  expect(run(`--expect=${digest}`, path).status).toBe(0)
  const other = run(path, '--expect', 'sha256:0')
  expect(other.status).toBe(4)
  expect(other.err).toBe(`${path}: the digest is ${digest}, not sha256:0\n`)
})

describe('refused: exit 2, one line on standard error, nothing on standard output', () => {
  test.each([
    { why: 'no such file', args: () => [join(folder, 'none.json')], line: /none\.json: cannot be read: ENOENT/ },
    { why: 'a folder', args: () => [folder], line: /cannot be read: EISDIR/ },
    { why: 'not JSON', args: () => [file('b.json', 'x\ny')], line: /b\.json: not JSON: / },
    {
      why: 'a fault in the round',
      args: () => [file('c.json', '{"format":"x"}')],
      line: /c\.json: format: "x" is not/,
    },
    { why: 'no file named', args: () => [], line: /no file given \(usage: / },
    { why: 'two files', args: () => ['a', 'b'], line: /more than one file given \(usage: / },
    { why: 'an unknown option', args: () => ['a', '--force'], line: /unknown option --force \(usage: / },
    { why: 'an option without its value', args: () => ['a', '--expect'], line: /--expect needs a value \(usage: / },
    { why: 'no such folder', args: () => ['--batch', join(folder, 'none')], line: /none: cannot be read: ENOENT/ },
  ])('$why', ({ args, line }) => {
    const { status, out, err } = run(...args())
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(line)
    expect(err).toMatch(/^[^\n]*\n$/)
  })
})

test('--batch: one line a file, by name, each with its own exit code', () => {
  const batch = mkdtempSync(join(folder, 'batch-'))
  writeFileSync(join(batch, 'good.json'), fileText(tinyRound()))
  writeFileSync(join(batch, 'bad.json'), '{}')
  writeFileSync(join(batch, 'note.txt'), 'not asked for')
  const { status, out, err } = run('--batch', batch)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toEqual({ file: 'bad.json', exit: 2, error: 'format: missing' })
  expect(lines[1]).toMatchObject({ file: 'good.json', exit: 0, result: { format: 'lalian-result/1' } })
})
