/** `npm run check`: types, lint and format, boundaries, dead code, links in Markdown, docs printed from code, old phones' syntax. All of them run; any that fails fails the check. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { buildAll, steps } from './build'
import { checkLinks } from './check-links'
import { tooNewFor2018 } from './check-syntax'
import { unlikeTheCode } from './print-docs/reference'

const root = resolve(__dirname, '..')

type Check = { name: string; run: () => boolean | Promise<boolean> }

const checks: Check[] = [
  { name: 'types', run: () => tool('typescript/bin/tsc', '--noEmit', '-p', '.') },
  {
    name: 'types of the pure rules (no DOM, no Node)',
    run: () => tool('typescript/bin/tsc', '--noEmit', '-p', 'src/domain'),
  },
  { name: 'lint and format', run: () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings') },
  {
    name: 'boundaries',
    run: () =>
      tool(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'src',
        'cloudfunctions',
        'config',
        'tools',
        'tests',
      ),
  },
  { name: 'dead code', run: () => tool('knip/bin/knip.js') },
  { name: 'links in Markdown', run: () => said(checkLinks(root)) },
  { name: 'docs printed from code', run: async () => said(await unlikeTheCode(root)) },
  {
    name: "old phones' syntax",
    run: async () => {
      await buildAll([steps().weapp])
      return said(tooNewFor2018(resolve(root, 'dist/weapp')))
    },
  },
]

async function check(): Promise<void> {
  let failed = 0
  for (const { name, run } of checks) {
    console.log(`— ${name}`)
    if (!(await run())) {
      failed++
      console.log(`✗ ${name}`)
    }
  }
  console.log(`${checks.length - failed} of ${checks.length} checks hold`)
  process.exit(failed === 0 ? 0 : 1)
}

function tool(script: string, ...words: string[]): boolean {
  return (
    spawnSync(process.execPath, [resolve(root, 'node_modules', script), ...words], { cwd: root, stdio: 'inherit' })
      .status === 0
  )
}

function said(faults: string[]): boolean {
  for (const fault of faults) console.log(fault)
  return faults.length === 0
}

check().catch((failure) => {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exit(1)
})
