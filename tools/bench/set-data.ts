import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { buildWeapp } from '../build-app'
import type { Figure } from './figure'

const root = resolve(__dirname, '../..')
const file = resolve(root, '.bench/set-data.jsonl')

interface Touch {
  what: string
  calls: number
  bytes: number
}

/** setData of a touch, counted in the production build: the weapp tests write what they see (tests/vocabulary/phone.ts). */
export async function setData(): Promise<Figure[]> {
  await buildWeapp()
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const run = spawnSync(
    process.execPath,
    [resolve(root, 'node_modules/jest/bin/jest.js'), '--selectProjects', 'weapp', '--silent'],
    {
      cwd: root,
      env: { ...process.env, SET_DATA_FILE: file, TZ: 'UTC' },
      encoding: 'utf8',
    },
  )
  if (run.status !== 0) throw new Error(`the weapp tests failed:\n${run.stderr}`)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Touch)
    .sort((a, b) => (a.what < b.what ? -1 : 1))
    .map(({ what, calls, bytes }) => ({
      what: `setData: ${what}`,
      figure: `${calls}, ${bytes} bytes`,
      reach: '≤ 1',
      holds: calls <= 1,
    }))
}
