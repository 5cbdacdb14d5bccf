/** The sample round, running and empty, on a local cloud of its own that is gone when the work is done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditEdition } from '../../../src/domain/round-file'
import { buildFunctions } from '../../build-functions'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { programme, readSample, seedAll } from '../../seed/sample'
import { shanghaiDay } from '../../seed/shanghai-time'
import { emptyRound } from '../../seed/stored-round'

export interface RunningRound {
  cloud: LocalCloud
  file: AuditEdition
}

export async function withRunningRound<T>(work: (round: RunningRound) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-prove-'))
  await buildFunctions()
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true })
  try {
    const file = readSample<AuditEdition>('round-2.json')
    const now = Date.now()
    await seedAll(cloud, programme(now))
    await seedAll(cloud, emptyRound(file, { day: shanghaiDay(now), state: 'running', now }))
    return await work({ cloud, file })
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
