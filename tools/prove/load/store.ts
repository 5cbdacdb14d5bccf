/** The matrix's small round on a local cloud of its own, at every moment of its life. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseConfig } from '../../../config/cloud-database'
import { type TestClock, testClock } from '../../../tests/vocabulary/clock'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import type { Moment } from '../matrix/moments'
import type { Objects } from '../matrix/objects'
import { sharedOn } from '../matrix/shared'
import { smallFile } from '../matrix/small-round'
import { standsOn } from '../matrix/stands'
import { type Stage, type Stand, stageOn } from '../seals/stage'

export interface Store {
  cloud: LocalCloud
  stage: Stage
  stands: Record<Moment, Stand>
  objects: Objects
  /** The functions', to see what a night asks. */
  clock: TestClock
}

export async function onStore<T>(database: DatabaseConfig, work: (store: Store) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-load-'))
  const clock = testClock()
  const cloud = await startLocalCloud({
    dataDir,
    synchronous: 'NORMAL',
    quiet: true,
    instances: 1,
    database,
    keepsRemains: true,
    now: clock.now,
  })
  try {
    const shared = await sharedOn(cloud)
    const stage = stageOn(cloud, dataDir)
    const stands = await standsOn(cloud, stage, smallFile('one'), shared)
    return await work({ cloud, stage, stands, objects: shared.objects, clock })
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
