/** `npm run check`: types, lint and format, boundaries, dead code, links in Markdown, docs printed from code, old phones' syntax. All of them run; any that fails fails the check. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { buildAll, steps } from './build'
import { checkLinks } from './check-links'
import { tooNewFor2018 } from './check-syntax'
import { childWords } from './child-words'
import { inLanes } from './in-lanes'
import { unlikeTheCode } from './print-docs/reference'

const root = resolve(__dirname, '..')

/** What it found wrong, in words; null: it holds. */
type Check = { name: string; run: () => Promise<string | null> }

/** The long ones first. */
const checks: Check[] = [
  {
    name: "old phones' syntax",
    run: async () => {
      await buildAll([steps().weapp])
      return said(tooNewFor2018(resolve(root, 'dist/weapp')))
    },
  },
  { name: 'types', run: () => tool('typescript/bin/tsc', '--noEmit', '-p', '.') },
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
  {
    name: 'types of the pure rules (no DOM, no Node)',
    run: () => tool('typescript/bin/tsc', '--noEmit', '-p', 'src/domain'),
  },
  { name: 'lint and format', run: () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings') },
  { name: 'docs printed from code', run: async () => said(await unlikeTheCode(root)) },
  { name: 'links in Markdown', run: async () => said(checkLinks(root)) },
]

/** As many at once as there are cores; what each one says stands together. */
async function check(): Promise<void> {
  let hold = 0
  await inLanes(checks, availableParallelism(), async ({ name, run }) => {
    const wrong = await run()
    console.log(wrong === null ? `✓ ${name}` : `${wrong}\n✗ ${name}`)
    if (wrong === null) hold++
  })
  console.log(`${hold} of ${checks.length} checks hold`)
  process.exit(hold === checks.length ? 0 : 1)
}

async function tool(script: string, ...args: string[]): Promise<string | null> {
  const { code, words } = await childWords(
    spawn(process.execPath, [resolve(root, 'node_modules', script), ...args], { cwd: root }),
  )
  return code === 0 ? null : words.toString()
}

function said(faults: string[]): string | null {
  return faults.length === 0 ? null : faults.join('\n')
}

check().catch((failure) => {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exit(1)
})
