import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { bootstrapDraws } from '../../src/domain/bootstrap-draws'
import { bootstrapSample } from '../../src/domain/bootstrap-sample'
import { roundCertainty } from '../../src/domain/certainty'
import { roundDigest } from '../../src/domain/digest'
import type { AuditEdition } from '../../src/domain/round-file'
import { roundRanking } from '../../src/domain/round-ranking'
import { generatorFromDigest } from '../../src/domain/seeded-generator'
import { type Figure, median } from './figure'
import type { LargeCertainty } from './large-certainty'
import { peerDraws } from './peer-certainty/draws'

const RUNS = 25
const MOST_MS = 50
const MOST_TIMES_PEER = 3
const LARGE_MOST = { ms: 5000, megabytes: 300 }
const root = resolve(__dirname, '../..')
const sample = join(root, 'tools/seed/sample/round-2.json')

/** How sure the order is: the sample warm beside its peer, and a large round in a process of its own. */
export async function certaintyTime(): Promise<Figure[]> {
  return [sampleBesidePeer(), await largeRound()]
}

/** Ranking and a thousand draws of round 2, inputs in memory, in turn with the peer, which begins from flat arrays. */
function sampleBesidePeer(): Figure {
  const round = JSON.parse(readFileSync(sample, 'utf8')) as AuditEdition
  const ranked = roundRanking(round)
  const digest = roundDigest(round, ranked.ranking)
  const flat = bootstrapSample(round, ranked)
  const { draws } = round.scheme.certainty
  const ours: number[] = []
  const peer: number[] = []
  for (let run = 0; run < RUNS; run++) {
    ours.push(milliseconds(() => roundCertainty(round, roundRanking(round), digest)))
    peer.push(milliseconds(() => peerDraws(flat, draws, stateOf(digest))))
  }
  // The first runs warm the compiler.
  const ms = median(ours.slice(5))
  const beside = median(peer.slice(5))
  const drawn = bootstrapDraws(flat, draws, generatorFromDigest(digest))
  const agrees = drawn !== null && peerDraws(flat, draws, stateOf(digest)).every((rank, i) => rank === drawn.ranks[i])
  return {
    what: `ranking and ${draws} draws of round 2, warm`,
    figure: `${ms.toFixed(1)} ms (${(ms / beside).toFixed(1)} ×)`,
    beside: `plain typed-array loop ${beside.toFixed(1)} ms, ${agrees ? 'the same ranks' : 'OTHER RANKS'}`,
    reach: `≤ ${MOST_MS} ms, ≤ ${MOST_TIMES_PEER} ×, the same ranks`,
    holds: ms <= MOST_MS && ms <= MOST_TIMES_PEER * beside && agrees,
  }
}

async function largeRound(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'lalian-bench-'))
  const outfile = join(folder, 'large.cjs')
  const entryPoints = [join(__dirname, 'large-certainty.ts')]
  await build({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' })
  const run = spawnSync(process.execPath, [outfile, sample], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  if (run.status !== 0) throw new Error(run.stderr)
  const { ms, megabytes, draws } = JSON.parse(run.stdout) as LargeCertainty
  return {
    what: `1 000 villages, 40 inspectors, 100 000 responses: ranking and ${draws} draws`,
    figure: `${(ms / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB for the process`,
    reach: `≤ ${LARGE_MOST.ms / 1000} s, ≤ ${LARGE_MOST.megabytes} MB`,
    holds: draws > 0 && ms <= LARGE_MOST.ms && megabytes <= LARGE_MOST.megabytes,
  }
}

/** The digest's first four words. */
function stateOf(digest: string): Int32Array {
  return Int32Array.from([0, 8, 16, 24], (at) => Number.parseInt(digest.slice(7 + at, 15 + at), 16))
}

function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}
