import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { readRoundFile } from '../../src/domain/read-round-file'
import { roundResult } from '../../src/domain/result'
import { type Figure, median } from './figure'
import { largeFile } from './large-file'

const RUNS = 15
const MOST_ABOVE_EMPTY_NODE = 100
const root = resolve(__dirname, '../..')
const sample = join(root, 'tools/seed/sample/round-2.json')

/** recompute as a whole process, bundled to one file, by node: of round-2.json in turn with an empty Node, and of 60 MB. */
export async function recomputeTime(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lalian-bench-'))
  const bundle = join(folder, 'recompute.cjs')
  await build({
    entryPoints: [join(root, 'tools/recompute/index.ts')],
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  const empty: number[] = []
  const whole: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const floor = wall(['-e', '0'])
    const ours = wall([bundle, sample])
    // The first pair warms the file cache.
    if (run > 0) {
      empty.push(floor)
      whole.push(ours)
    }
  }
  const large = largeFile(bundle, sample, folder)
  rmSync(folder, { recursive: true, force: true })
  const above = median(whole.map((ms, run) => ms - empty[run]!))
  const ratio = median(whole.map((ms, run) => ms / empty[run]!))
  return [
    {
      what: 'recompute of round-2.json, whole process',
      figure: `${median(whole).toFixed(0)} ms (${ratio.toFixed(1)} ×)`,
      beside: `empty Node ${median(empty).toFixed(0)} ms`,
      reach: `≤ empty Node + ${MOST_ABOVE_EMPTY_NODE} ms`,
      holds: above <= MOST_ABOVE_EMPTY_NODE,
    },
    large,
    rankingTime(),
  ]
}

/** The ranking alone, inputs in memory, beside reading them. */
function rankingTime(): Figure {
  const content = readFileSync(sample)
  const read = readRoundFile(content)
  if ('refusal' in read) throw new Error('the sample was refused')
  const parsing: number[] = []
  const ranking: number[] = []
  for (let run = 0; run < 15; run++) {
    parsing.push(milliseconds(() => JSON.parse(content.toString('utf8'))))
    ranking.push(milliseconds(() => roundResult(read.round)))
  }
  const ms = median(ranking)
  const floor = median(parsing)
  return {
    what: 'ranking of round 2, in memory',
    figure: `${ms.toFixed(1)} ms (${(ms / floor).toFixed(1)} ×)`,
    beside: `JSON.parse of its file ${floor.toFixed(1)} ms`,
  }
}

function wall(words: string[]): number {
  return milliseconds(() => {
    const run = spawnSync(process.execPath, words, { stdio: 'ignore' })
    if (run.status !== 0) throw new Error(`node ${words.join(' ')} ended with ${run.status}`)
  })
}

function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}
