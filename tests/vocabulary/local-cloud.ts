/** A local cloud in a temporary folder, gone when the work is done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../tools/local-cloud'

export type TestOptions = Omit<LocalCloudOptions, 'dataDir'>

/** For one test: `await withLocalCloud(async (cloud) => …)`. */
export async function withLocalCloud<T>(
  work: (cloud: LocalCloud) => Promise<T>,
  options: TestOptions = {},
): Promise<T> {
  const { cloud, remove } = await temporaryCloud(options)
  try {
    return await work(cloud)
  } finally {
    await remove()
  }
}

/** For a whole file, in beforeAll and afterAll. */
export async function temporaryCloud(
  options: TestOptions = {},
): Promise<{ cloud: LocalCloud; remove(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const cloud = await startLocalCloud({ synchronous: 'NORMAL', quiet: true, ...options, dataDir })
  return {
    cloud,
    async remove() {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
