/** The ground a row stands on: a local cloud in a temporary folder, an ear on its wire, a handful of functions. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseConfig } from '../../../config/cloud-database'
import { type LocalCloudOptions, startLocalCloud } from '../../local-cloud'
import { documentedLimits } from '../../local-cloud/limits'
import { sdkInThisProcess } from '../../local-cloud/sdk'
import type { Db } from '../case'
import { onTarget } from '../run'
import { overhear } from '../wire'
import type { Ground, Sdk } from './row'

const database: DatabaseConfig = {
  things: { rule: 'ADMINONLY', indexes: [{ fields: ['n'] }] },
  others: { rule: 'ADMINONLY', indexes: [] },
  phones: { rule: 'ADMINONLY', indexes: [{ fields: ['number'], unique: true }] },
}

/** Runs the work on a fresh ground; afterwards the SDK speaks to whom it spoke before. */
export async function onGround(
  options: Partial<LocalCloudOptions>,
  work: (ground: Ground) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const functionsDir = writeFunctions(join(folder, 'functions'))
  const spokenTo = process.env.TCB_CONTEXT_CNFG
  try {
    const cloud = await startLocalCloud({
      database,
      functionsDir,
      synchronous: 'NORMAL',
      quiet: true,
      ...options,
      dataDir: join(folder, 'data'),
    })
    const wire = await overhear(cloud.url)
    try {
      const sdk = sdkInThisProcess(wire.url, 'oZhang') as unknown as Sdk & { database(): Db }
      const on = onTarget(sdk.database(), { things: 'things', others: 'others' })
      await work({ cloud, on, sdk, wire, elsewhere: onGround })
    } finally {
      await wire.stop()
      await cloud.stop()
    }
  } finally {
    if (spokenTo !== undefined) process.env.TCB_CONTEXT_CNFG = spokenTo
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Functions as small as may be, without the SDK: what the limits of functions are tried on. */
function writeFunctions(folder: string): string {
  const most = documentedLimits.functionEnvironmentBytes - 'V'.length
  const functions: Record<string, { main: string; config?: object }> = {
    echo: { main: 'async (event) => event', config: { timeout: 60 } },
    large: { main: "async ({ length }) => 'x'.repeat(length)", config: { timeout: 60 } },
    never: { main: 'async () => new Promise(() => setInterval(() => {}, 1000))' },
    patient: { main: 'async () => new Promise(() => setInterval(() => {}, 1000))', config: { timeout: 900 } },
    environment: {
      main: 'async () => process.env.V.length',
      config: { timeout: 60, envVariables: { V: 'x'.repeat(most) } },
    },
    'environment-too-large': { main: 'async () => 1', config: { envVariables: { V: 'x'.repeat(most + 1) } } },
  }
  for (const [name, { main, config = {} }] of Object.entries(functions)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.js'), `exports.main = ${main}\n`)
    writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
  }
  return folder
}
