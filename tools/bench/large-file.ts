/** recompute of a generated audit edition of 60 MB, as a whole process. */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditEdition } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import type { Figure } from './figure'
import { generatedRound } from './generated-round'

const LEAST_BYTES = 60_000_000
const MOST = { seconds: 10, megabytes: 400 }
/** Comes to 61 MB. */
const SIZE = { villages: 1000, inspectors: 40, cardsEach: 9, responses: 350_000 }

export function largeFile(bundle: string, sample: string, folder: string): Figure {
  const file = join(folder, 'large.json')
  const like = JSON.parse(readFileSync(sample, 'utf8')) as AuditEdition
  writeFileSync(file, JSON.stringify(generatedRound(like, SIZE)))
  const { size } = statSync(file)
  const { seconds, megabytes, stdout } = measured(bundle, file)
  const { ranking } = JSON.parse(stdout) as RoundResult
  return {
    what: `recompute of a round file of ${(size / 1e6).toFixed(0)} MB, whole process`,
    figure: `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
    beside: `${SIZE.responses} responses`,
    reach: `≤ ${MOST.seconds} s, ≤ ${MOST.megabytes} MB`,
    holds:
      size >= LEAST_BYTES && ranking.length === SIZE.villages && seconds <= MOST.seconds && megabytes <= MOST.megabytes,
  }
}

function measured(bundle: string, file: string) {
  const start = process.hrtime.bigint()
  const run = spawnSync(process.execPath, ['-r', join(__dirname, 'peak-memory.cjs'), bundle, file], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (run.status !== 0) throw new Error(run.stderr)
  return { seconds, megabytes: (Number(run.output[3]) * 1024) / 1e6, stdout: run.stdout }
}
