import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditHead, isSameAudit, settledAt } from '../../src/domain/audit-chain'
import { digestOf } from '../../src/domain/digest'
import { auditLog } from '../../tools/audit-log/audit-log'

const first = { _id: 'R:a', at: 1000, action: 'submit', after: { items: 12 } }
const second = { _id: 'R:b', at: 2000, action: 'close', after: 'closed' }
const alsoSecond = { _id: 'R:c', at: 2000, action: 'deduct', after: null }
const later = { _id: 'R:d', at: 3001, action: 'agree', after: null }
const lines = [first, second, alsoSecond]
const sealed = auditHead(lines, 3000)

describe('the audit as a chain', () => {
  test('each link is over its line and the link before it, in the order of (at, _id)', () => {
    const one = digestOf({ former: null, line: first })
    const two = digestOf({ former: one, line: second })
    expect(sealed).toEqual({ until: 3000, count: 3, head: digestOf({ former: two, line: alsoSecond }) })
    expect(auditHead([alsoSecond, first, second], 3000)).toEqual(sealed)
  })

  test('no line, no head', () => {
    expect(auditHead([later], 3000)).toEqual({ until: 3000, count: 0, head: null })
  })

  test('a line that came after it changes nothing; one of its last moment is part of it', () => {
    expect(isSameAudit([...lines, later], sealed)).toBe(true)
    expect(isSameAudit([...lines, { ...later, at: 3000 }], sealed)).toBe(false)
  })

  test.each([
    ['changed', [first, { ...second, after: 'running' }, alsoSecond]],
    ['with a field more', [first, { ...second, why: '' }, alsoSecond]],
    ['cut', [first, alsoSecond]],
    ['cut at the end', [first, second]],
    ['twice', [...lines, first]],
    ['said of another', [first, { ...alsoSecond, _id: 'R:b' }, { ...second, _id: 'R:c' }]],
    ['moved past the head', [first, second, { ...alsoSecond, at: 4000 }]],
  ])('one line %s is another audit', (_, tampered) => {
    expect(isSameAudit(tampered, sealed)).toBe(false)
  })

  test('it comes to rest a minute later, longer than any function runs', () => {
    expect(settledAt(100_000)).toBe(40_000)
  })
})

describe('audit-log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lalian-audit-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = (text: string, ...expected: string[]) => {
    const file = join(folder, 'lines.json')
    writeFileSync(file, text)
    const said = { out: '', err: '' }
    const print = { out: (t: string) => (said.out += t), err: (t: string) => (said.err += t) } as never
    return { exit: auditLog([file, ...expected], print), ...said }
  }
  const head = ['3000', '3', sealed.head!]

  test.each([
    ['an array', JSON.stringify([later, ...lines])],
    ['a line each', [...lines, later].map((line) => JSON.stringify(line)).join('\n')],
  ])('%s of the sealed lines: 0', (_, text) => {
    expect(run(text, ...head)).toEqual({ exit: 0, out: `${JSON.stringify(sealed)}\n`, err: '' })
  })

  test('a line cut: 4, and why', () => {
    expect(run(JSON.stringify(lines.slice(1)), ...head)).toMatchObject({
      exit: 4,
      err: expect.stringMatching(/2 lines/),
    })
  })

  test.each([
    ['no JSON', '{', head],
    ['no line of an audit', '[{"at":"x"}]', head],
    ['a head missing', '[]', ['3000', '3']],
  ])('%s: 2, and nothing on standard output', (_, text, expected) => {
    expect(run(text, ...expected)).toMatchObject({ exit: 2, out: '' })
  })
})
