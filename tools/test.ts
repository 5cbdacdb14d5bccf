/**
 * `npm test`: builds what the tests run on, then every level: domain, local cloud, functions, weapp (the production
 * build in the component engine), browser (the web build in Chromium), proofs. Words after `--` go to jest.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildAll, steps } from './build'

const root = resolve(__dirname, '..')

async function test(words: string[]): Promise<number> {
  const { functions, h5, weapp } = steps()
  await buildAll([functions, h5, weapp])
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) {
    console.error(
      `没有找到 Chromium（${chromium}）：网页版测试需要它。Debian：apt-get install chromium fonts-noto-cjk；别处用 CHROMIUM=… 指明`,
    )
    return 1
  }
  const run = spawnSync(
    process.execPath,
    [
      resolve(root, 'node_modules/jest/bin/jest.js'),
      '--reporters=default',
      `--reporters=${resolve(root, 'tools/test-summary.cjs')}`,
      ...words,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium, TZ: 'UTC' } },
  )
  return run.status ?? 1
}

test(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (failure) => {
    console.error(failure instanceof Error ? failure.message : failure)
    process.exit(1)
  },
)
