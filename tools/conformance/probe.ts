/** The probe function, built as it would be uploaded, and asked in the local cloud: `npm run conformance -- --probe`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../build-functions'
import { startLocalCloud } from '../local-cloud'

/** Not beside the product's functions: project.config.json and the deployment know only dist/cloudfunctions. */
export const PROBE_FOLDER = 'dist/probe'

/** What the console is asked to make before the probe runs. */
const database = {
  conformance_things: { rule: 'ADMINONLY', indexes: [] },
  conformance_unique: { rule: 'ADMINONLY', indexes: [{ fields: ['k'], unique: true }] },
} as const

export async function buildProbe(outDir = PROBE_FOLDER): Promise<string> {
  const [built] = await buildFunctions({ sourceDir: join(__dirname, 'probe'), outDir })
  return built!.folder
}

export interface Probed {
  报告: string
  回答?: Record<string, { 答: string; 原样: unknown }>
}

export async function probeLocally(functionsDir = PROBE_FOLDER): Promise<{ probed: Probed; left: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'probe-'))
  const cloud = await startLocalCloud({ dataDir, functionsDir, database, quiet: true, synchronous: 'NORMAL' })
  try {
    const probed = (await cloud.call('platform-probe', { run: true })) as Probed
    return { probed, left: Object.keys(database).reduce((sum, name) => sum + cloud.dump(name).length, 0) }
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
