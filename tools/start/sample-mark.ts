/** Remembers what the sample looked like when it was loaded, to tell an untouched one from somebody's work. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloudDatabase } from '../../config/cloud-database'
import { shanghaiDay } from '../seed/shanghai-time'

interface Dumpable {
  dump(collection: string): unknown[]
}

export function writeSampleMark(cloud: Dumpable, dataDir: string, day: string): void {
  writeFileSync(markFile(dataDir), JSON.stringify({ day, fingerprint: fingerprint(cloud) }))
}

/** True for a sample of an earlier day in which nothing was changed since. */
export function sampleIsFromAnotherDay(cloud: Dumpable, dataDir: string, now = Date.now()): boolean {
  if (!existsSync(markFile(dataDir))) return false
  const mark = JSON.parse(readFileSync(markFile(dataDir), 'utf8')) as { day: string; fingerprint: string }
  return mark.day !== shanghaiDay(now) && mark.fingerprint === fingerprint(cloud)
}

function fingerprint(cloud: Dumpable): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(cloudDatabase)) hash.update(name).update(JSON.stringify(cloud.dump(name)))
  return hash.digest('hex')
}

function markFile(dataDir: string): string {
  return join(dataDir, 'sample.json')
}
