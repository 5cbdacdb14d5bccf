/** One part of the histories, on a local cloud of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '../../local-cloud'
import { type AnomalyName, findingsIn } from './anomalies'
import { collection, protocolClient, sdkClient } from './clients'
import type { Tried } from './history'
import { recordedHistory, type Way } from './recorded'
import { Weather } from './weather'

/** Attempts at a transaction in one history. */
export const TRANSACTIONS = 500

/** By the seed: a quarter through the SDK, three of eight freely. */
export const ways: readonly (Way & { name: string })[] = [
  { name: 'through the SDK, by turns', client: sdkClient, order: 'by turns' },
  { name: 'at the protocol, by turns', client: (cloud) => protocolClient(cloud), order: 'by turns' },
  { name: 'at the protocol, freely', client: (cloud) => protocolClient(cloud), order: 'freely' },
  { name: 'at the protocol, by turns', client: (cloud) => protocolClient(cloud), order: 'by turns' },
  { name: 'through the SDK, freely', client: sdkClient, order: 'freely' },
  { name: 'at the protocol, by turns', client: (cloud) => protocolClient(cloud), order: 'by turns' },
  { name: 'at the protocol, freely', client: (cloud) => protocolClient(cloud), order: 'freely' },
  { name: 'at the protocol, by turns', client: (cloud) => protocolClient(cloud), order: 'by turns' },
]

export interface Part {
  seeds: readonly number[]
}

export interface Recorded {
  /** Attempts by way and by outcome; troubles by kind. */
  ways: Record<string, number>
  outcomes: Record<Tried['outcome'], number>
  troubles: Record<string, number>
  reads: number
  appends: number
  writeSkews: number
  anomalies: { seed: number; way: string; name: AnomalyName; what: string }[]
}

export async function recordPart({ seeds }: Part): Promise<Recorded> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-isolation-'))
  const faults = new Weather()
  const database = { [collection]: { rule: 'ADMINONLY', indexes: [] } } as const
  const cloud = await startLocalCloud({ dataDir, database, faults, synchronous: 'NORMAL', quiet: true })
  // When a socket hangs up the SDK forgets its timer that warns of slow requests.
  console.warn = () => {}
  const sum: Recorded = {
    ways: {},
    outcomes: { committed: 0, aborted: 0, unknown: 0 },
    troubles: {},
    reads: 0,
    appends: 0,
    writeSkews: 0,
    anomalies: [],
  }
  try {
    for (const seed of seeds) {
      const way = ways[seed % ways.length]!
      const history = await recordedHistory(cloud, faults, way, { seed, transactions: TRANSACTIONS })
      const { anomalies, writeSkews } = findingsIn(history)
      sum.ways[way.name] = (sum.ways[way.name] ?? 0) + history.length
      for (const { outcome, ops } of history) {
        sum.outcomes[outcome] += 1
        for (const op of ops) sum[op.do === 'read' ? 'reads' : 'appends'] += 1
      }
      sum.writeSkews += writeSkews.length
      sum.anomalies.push(...anomalies.map((anomaly) => ({ seed, way: way.name, ...anomaly })))
    }
    sum.troubles = Object.fromEntries(faults.counts)
    return sum
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
