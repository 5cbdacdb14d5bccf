/** A process of its own, so that its memory is its own: one large generated round ranked and drawn, told as JSON. */
import { readFileSync } from 'node:fs'
import { roundCertainty } from '../../src/domain/certainty'
import type { AuditEdition } from '../../src/domain/round-file'
import { roundRanking } from '../../src/domain/round-ranking'
import { generatedRound } from './generated-round'

/** Milliseconds of ranking and draws, inputs in memory; the process's highest memory in MB, the round's inputs in it. */
export type LargeCertainty = { ms: number; megabytes: number; draws: number }

/** In the digest's place: what the digest costs belongs to recompute. */
const SEED = `sha256:${'1234'.repeat(16)}`

const sample = process.argv[2]!
const like = JSON.parse(readFileSync(sample, 'utf8')) as AuditEdition
const round = generatedRound(like, { villages: 1000, inspectors: 40, cardsEach: 9, responses: 100_000 })
const start = process.hrtime.bigint()
const ranked = roundRanking(round)
const certainty = roundCertainty(round, ranked, SEED)
const ms = Number(process.hrtime.bigint() - start) / 1e6
const draws = certainty.outcome === 'drawn' ? certainty.draws : 0
process.stdout.write(
  JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1000, draws } satisfies LargeCertainty),
)
