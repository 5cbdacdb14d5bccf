/**
 * Transactions of the local cloud are snapshot isolation: Hermitage's cases by hand through the real SDK, and histories of
 * appends to lists by eight clients at once in trouble, checked for what snapshot isolation forbids.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '../../local-cloud'
import { inItsOwnProcess } from '../in-its-own-process'
import { collection, testOn } from '../isolation/by-hand'
import { cases } from '../isolation/hermitage'
import { type Recorded, TRANSACTIONS } from '../isolation/part'
import type { Form, Proof, ProofOptions } from '../proof'

/** Of 500 transactions each. */
const HISTORIES: Record<Form, number> = { short: 3, ci: 12, long: 400 }
/** Two cores. */
const PROCESSES = 2

export const isolation: Proof = {
  name: 'isolation',
  claim: 'the local cloud’s transactions show nothing that snapshot isolation forbids, and write skew, which it allows',
  async run(options) {
    const prevented = await proveByHand(options)
    const transactions = await proveByHistories(options)
    return `${prevented} cases by hand prevented, ${transactions} transactions recorded: 0 forbidden anomalies`
  },
}

async function proveByHand({ say }: ProofOptions): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-isolation-'))
  const database = { [collection]: { rule: 'ADMINONLY', indexes: [{ fields: ['value'] }] } } as const
  const cloud = await startLocalCloud({ dataDir, database, synchronous: 'NORMAL', quiet: true })
  try {
    for (const { name, what, prevented, run } of cases) {
      await run(testOn(cloud)).catch((error: Error) => {
        throw new Error(`${name} (${what}): ${error.message}`)
      })
      say(`${name}, ${what}: ${prevented ? 'prevented' : 'possible, and seen to happen'}`)
    }
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return cases.filter(({ prevented }) => prevented).length
}

async function proveByHistories({ form, seed, say }: ProofOptions): Promise<number> {
  const startedAt = Date.now()
  const seeds = seed === undefined ? Array.from({ length: HISTORIES[form] }, (_, n) => n) : [seed]
  // Seeds in turn would give one process all that goes through the SDK.
  const parts = Array.from({ length: Math.min(PROCESSES, seeds.length) }, (_, part) => ({
    seeds: seeds.filter((_, n) => Math.floor(n / SHARE) % PROCESSES === part),
  })).filter(({ seeds }) => seeds.length > 0)
  const worker = join(__dirname, '../isolation/isolation-worker.ts')
  const recorded = await Promise.all(parts.map((part) => inItsOwnProcess<Recorded>(worker, part)))
  const sum = (count: (part: Recorded) => number) => recorded.reduce((sum, part) => sum + count(part), 0)
  const together = (of: (part: Recorded) => Record<string, number>) =>
    [...new Set(recorded.flatMap((part) => Object.keys(of(part))))]
      .map((name) => `${sum((part) => of(part)[name] ?? 0)} ${name}`)
      .join(', ')

  say(`${seeds.length} histories of ${TRANSACTIONS}: ${together((part) => part.ways)}`)
  say(together((part) => part.outcomes))
  say(
    `${sum((part) => part.reads)} reads, ${sum((part) => part.appends)} appends; trouble: ${together((part) => part.troubles)}`,
  )
  say(`${sum((part) => part.writeSkews)} cycles of write skew (G2-item), as snapshot isolation allows`)
  const transactions = sum((part) => part.outcomes.committed + part.outcomes.aborted + part.outcomes.unknown)
  say(`${((Date.now() - startedAt) / transactions).toFixed(1)} ms a transaction`)
  const anomalies = recorded.flatMap((part) => part.anomalies)
  if (anomalies.length > 0) {
    const named = anomalies.slice(0, 20).map(({ seed, way, name, what }) => {
      return `seed ${seed} (${way}): npm run -s prove -- isolation --seed ${seed}\n  ${name}: ${what}`
    })
    throw new Error(`${anomalies.length} anomalies in ${transactions} transactions:\n${named.join('\n')}`)
  }
  return transactions
}

/** So many seeds in a row are one process’s: every way of eight is shared out evenly in two rounds. */
const SHARE = 4
