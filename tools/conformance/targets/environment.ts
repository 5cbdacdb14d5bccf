/**
 * A real environment: the examples through the unmodified SDK, in two collections of the suite's own. Never tried: there
 * was no account. What it needs and leaves is in the README beside.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '../../local-cloud'
import { sdkInThisProcess } from '../../local-cloud/sdk'
import type { Case, Db } from '../case'
import { cases } from '../cases'
import { type Report, reportOf } from '../report'
import { empty, type Names, onTarget, runCases } from '../run'
import { overhear } from '../wire'

/** Nobody else's: they are emptied. */
export const ownCollections: Names = { things: 'conformance_things', others: 'conformance_others' }

export async function askEnvironment(env: string): Promise<Report> {
  refuseUnclear(env, process.env)
  return askThere(sdkFor(env), cases)
}

/** Throws where it is not said which environment, and by whose key. */
export function refuseUnclear(env: string, given: NodeJS.ProcessEnv): void {
  if (!/^[a-z0-9][a-z0-9-]{3,}$/i.test(env)) throw new Error(`CLOUD_ENV=${env} is no id of an environment`)
  for (const name of ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'])
    if (!given[name]) throw new Error(`${name} is not set: the SDK reads its key from there and from nowhere else`)
  if (given.TCB_CONTEXT_CNFG) throw new Error('TCB_CONTEXT_CNFG is set: the SDK would speak to another server')
}

/** The same questions to a local cloud, and every request that would be sent, in order. Nothing leaves the machine. */
export async function rehearseEnvironment(say: (line: string) => void, asked = cases): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'conformance-'))
  const collection = { rule: 'ADMINONLY' as const, indexes: [] }
  const database = { [ownCollections.things]: collection, [ownCollections.others]: collection }
  const cloud = await startLocalCloud({ dataDir, database, quiet: true, synchronous: 'NORMAL' })
  const wire = await overhear(cloud.url)
  try {
    await askThere(sdkInThisProcess(wire.url).database() as unknown as Db, asked)
    wire.heard.forEach(({ body }, n) => {
      const { action, collectionName, query, data, stages, ...rest } = body
      const said = { query, data, stages, order: rest.order, limit: rest.limit, projection: rest.projection }
      say(`${n + 1} ${action} ${collectionName} ${JSON.stringify(said)}`)
    })
    return wire.heard.length
  } finally {
    await wire.stop()
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function askThere(db: Db, asked: readonly Case[]): Promise<Report> {
  const on = onTarget(db, ownCollections)
  // There already, from the last time, is as good.
  for (const name of Object.values(ownCollections))
    await db.createCollection(name).catch((error) => {
      if (!/exist/i.test(String(error?.errMsg ?? error?.message))) throw error
    })
  for (const collection of [on.things, on.others])
    if ((await collection.count()).total > 0)
      throw new Error(
        `${JSON.stringify(ownCollections)}: one of them holds documents; empty them first, if they are the suite's`,
      )
  try {
    return reportOf(await runCases(asked, on, false))
  } finally {
    await empty(on.things)
    await empty(on.others)
  }
}

function sdkFor(env: string): Db {
  // Anywhere but in a function the SDK would ask a metadata host who it is.
  process.env.TENCENTCLOUD_RUNENV ??= 'SCF'
  process.env.TENCENTCLOUD_REGION ??= 'ap-shanghai'
  const cloud = require('wx-server-sdk') as { init(options: object): void; database(): Db }
  cloud.init({ env })
  return cloud.database()
}
