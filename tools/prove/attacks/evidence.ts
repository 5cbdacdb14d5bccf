/** What an attacker holds: every byte of a data folder, what the functions printed and answered, and what was exported. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { openSqlite } from '../../local-cloud/store/sqlite'

export interface Evidence {
  /** By path: database, write-ahead log, storage, exports, answers of functions. */
  files: ReadonlyMap<string, Buffer>
  /** The database's documents in the order in which it gives them. */
  rows: readonly Row[]
  /** What the functions printed. */
  logs: readonly string[]
}

export interface Row {
  coll: string
  id: string
  /** The store's counter: when it was written, in order. */
  ver: number
  doc: Record<string, unknown>
}

/** A copy is opened, so that looking changes no byte of what is looked at. */
export function evidenceOf(dataDir: string, logs: readonly string[], outputs: Record<string, Buffer> = {}): Evidence {
  const copy = mkdtempSync(join(tmpdir(), 'lalian-evidence-'))
  try {
    cpSync(dataDir, copy, { recursive: true })
    const files = new Map([...filesBelow(copy, copy), ...Object.entries(outputs)])
    return { files, rows: rowsOf(join(copy, 'database.sqlite')), logs: [...logs] }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

export function together(...parts: readonly Evidence[]): Evidence {
  const files = parts.flatMap((part, n) => [...part.files].map(([path, bytes]) => [`${n}/${path}`, bytes] as const))
  return { files: new Map(files), rows: parts[0]!.rows, logs: parts.flatMap(({ logs }) => logs) }
}

function* filesBelow(folder: string, top: string): Iterable<[string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path, top)
    else yield [relative(top, path), readFileSync(path)]
  }
}

function rowsOf(file: string): Row[] {
  const sqlite = openSqlite(file)
  try {
    return sqlite
      .all<{ coll: string; id: string; ver: number; doc: string }>('SELECT coll, id, ver, doc FROM docs')
      .map(({ coll, id, ver, doc }) => ({ coll, id, ver, doc: JSON.parse(doc) as Row['doc'] }))
  } finally {
    sqlite.close()
  }
}

/** Bytes as text in which every byte is one character. */
export function textOf(bytes: Buffer): string {
  return bytes.toString('latin1')
}

/** Every object below a value, itself included, in its order. */
export function* objectsIn(value: unknown): Iterable<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* objectsIn(inner)
}
