/** A local cloud that can be put back to how it stood: documents and files, as often as a kill needs it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cloudDatabase } from '../../../config/cloud-database'
import type { LocalCloud } from '../../local-cloud'
import type { Doc } from '../../local-cloud/ejson'

/** Everything that is stored: documents by collection, files by path, a character a byte. */
export interface Stand {
  documents: Record<string, Doc[]>
  files: Record<string, string>
}

export function stageOn(cloud: LocalCloud, dataDir: string) {
  const folder = join(dataDir, 'storage')
  /** By collection: what was put back last, and at which version it stood so. A stand is put back again and again. */
  const standing = new Map<string, { docs: Doc[]; version: number }>()
  return { stand, putBack, settled, paths: () => pathsIn(folder) }

  function stand(): Stand {
    const collections = Object.keys(cloudDatabase)
    return {
      documents: Object.fromEntries(collections.map((collection) => [collection, cloud.dump(collection)])),
      files: Object.fromEntries(pathsIn(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')])),
    }
  }

  /** A request of the database is done in a turn of the event loop; a file is written beside its place first. */
  async function settled(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, 20))
    while (pathsIn(folder).some((path) => path.endsWith('.part')))
  }

  /** Only what is not so already is written. */
  function putBack({ documents, files }: Stand): void {
    for (const [collection, docs] of Object.entries(documents)) {
      const last = standing.get(collection)
      if (last?.docs === docs && last.version === cloud.version(collection)) continue
      if (JSON.stringify(cloud.dump(collection)) !== JSON.stringify(docs)) {
        cloud.clear(collection)
        cloud.seed(collection, docs)
      }
      standing.set(collection, { docs, version: cloud.version(collection) })
    }
    const former = new Set(pathsIn(folder))
    for (const path of former) if (files[path] === undefined) rmSync(join(folder, path))
    for (const [path, text] of Object.entries(files)) {
      if (former.has(path) && readFileSync(join(folder, path), 'latin1') === text) continue
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text, 'latin1')
    }
  }
}

export type Stage = ReturnType<typeof stageOn>

function pathsIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
