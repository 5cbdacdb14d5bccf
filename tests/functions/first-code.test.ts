import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openidOf } from '../../tools/seed/people'
import { temporaryCloud } from '../vocabulary/local-cloud'

const dir = mkdtempSync(join(tmpdir(), 'first-code-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const run = (...args: string[]) => spawnSync('npx', ['tsx', 'tools/first-code/index.ts', ...args], { encoding: 'utf8' })
const linesOf = (name: string, folder = 'out') =>
  readFileSync(join(dir, folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('npm run -s first-code -- DIR', () => {
  test('what it writes, imported into an empty cloud, takes the code that it printed; the code is in no file', async () => {
    const { stdout, status } = run(join(dir, 'out'))
    expect(status).toBe(0)
    const code = /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/.exec(stdout)![0]
    const names = readdirSync(join(dir, 'out')).sort()
    expect(names).toEqual(['invites.json', 'members.json', 'programme.json'])
    const { cloud, remove } = await temporaryCloud({ functionsDir: 'dist/cloudfunctions' })
    try {
      for (const name of names) {
        const text = readFileSync(join(dir, 'out', name), 'utf8')
        expect(text).not.toContain(code)
        expect(text).not.toContain(code.replaceAll('-', ''))
        expect(statSync(join(dir, 'out', name)).mode & 0o077).toBe(0)
        cloud.seed(name.replace('.json', ''), linesOf(name))
      }
      const bind = { action: 'bind', payload: { code, name: '王敏' } }
      expect(await cloud.call('member', bind, openidOf('first'))).toMatchObject({ ok: true, data: { name: '王敏' } })
    } finally {
      await remove()
    }
  })

  test('--again: one more administrator beside what is there, when the first code was never used', async () => {
    const { stdout, status } = run(join(dir, 'again'), '--again')
    expect(status).toBe(0)
    const code = /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/.exec(stdout)![0]
    expect(readdirSync(join(dir, 'again')).sort()).toEqual(['invites.json', 'members.json'])
    const { cloud, remove } = await temporaryCloud({ functionsDir: 'dist/cloudfunctions' })
    try {
      for (const folder of ['out', 'again'])
        for (const name of readdirSync(join(dir, folder))) cloud.seed(name.replace('.json', ''), linesOf(name, folder))
      const bind = { action: 'bind', payload: { code, name: '李强' } }
      expect(await cloud.call('member', bind, openidOf('second'))).toMatchObject({ ok: true, data: { name: '李强' } })
      const members = { action: 'members', payload: {} }
      expect(await cloud.call('member', members, openidOf('second'))).toMatchObject({ ok: true })
    } finally {
      await remove()
    }
  })

  test('it overwrites nothing, and says how it is called', () => {
    const before = linesOf('invites.json')
    expect(run(join(dir, 'out')).status).toBe(1)
    expect(linesOf('invites.json')).toEqual(before)
    expect(run()).toMatchObject({ status: 2, stdout: '' })
  })
})
