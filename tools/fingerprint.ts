import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '..')

/**
 * Of everything that goes into a build: the files and folders named (from the project's root), and the environment's
 * words. Content, not times, so that a fresh checkout is not stale.
 */
export function fingerprint(sources: readonly string[], words: readonly string[] = []): string {
  const hash = createHash('sha256')
  for (const word of words) hash.update(`${word}=${process.env[word] ?? ''}\n`)
  for (const file of sources.flatMap((source) => filesOf(resolve(root, source)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  const entries = existsSync(path) ? entriesOf(path) : []
  if (!entries) return [path]
  return entries.sort().flatMap((entry) => filesOf(join(path, entry)))
}

/** Undefined: it is a file. */
function entriesOf(path: string): string[] | undefined {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}
