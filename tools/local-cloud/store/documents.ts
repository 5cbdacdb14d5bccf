/**
 * Documents on disk: `docs(coll, id, ver, doc)` with one global counter as version, and index rows that name
 * candidates. One connection writes; each open transaction reads through a connection of its own, whose WAL snapshot
 * it keeps.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type DatabaseConfig, type Index, indexName } from '../../../config/cloud-database'
import { type Doc, fromStore, toStore } from '../ejson'
import { duplicate, failed, noSuchCollection } from '../refusal'
import type { WhenReached } from '../write-points'
import { component, keysOf } from './index-keys'
import { atomically, openSqlite, type Sqlite } from './sqlite'

export interface Stored {
  id: string
  ver: number
  text: string
}

export interface Snapshot {
  reader: Sqlite
  version: number
  release(): void
}

export type Documents = ReturnType<typeof openDocuments>

export interface DocumentsOptions {
  dataDir: string
  database: DatabaseConfig
  /** NORMAL risks the last writes in a power cut and is for tests; FULL answers only what is on disk. */
  synchronous: 'FULL' | 'NORMAL'
  reached?: WhenReached
}

export function openDocuments({ dataDir, database, synchronous, reached = () => {} }: DocumentsOptions) {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'database.sqlite')
  const writer = openWriter(file, synchronous)
  const idle: Sqlite[] = []
  let snapshots = 0
  // Kept in the file, so that one killed before it was rebuilt is rebuilt when it is opened again.
  let hasRemains = writer.get<{ user_version: number }>('PRAGMA user_version')?.user_version === 1
  let version = writer.get<{ most: number | null }>('SELECT max(ver) AS most FROM docs')?.most ?? 0
  const versions = new Map<string, number>()

  const documents = {
    writer,
    indexesOf(coll: string): readonly Index[] {
      const collection = Object.hasOwn(database, coll) ? database[coll] : undefined
      if (!collection) throw noSuchCollection(coll)
      return collection.indexes
    },

    read: (reader: Sqlite, coll: string, id: string): Stored | undefined =>
      reader.get<Stored>('SELECT id, ver, doc AS text FROM docs WHERE coll = ? AND id = ?', coll, id),

    /** Writes all or nothing; answered after it is on disk. */
    atomically<T>(work: () => T): T {
      const hadRemains = hasRemains
      try {
        const result = atomically(writer, () => {
          reached('change-begun')
          const done = work()
          reached('before-commit')
          return done
        })
        reached('after-commit')
        return result
      } catch (error) {
        // The mark in the file was rolled back with the rest: the next change must set it again.
        hasRemains = hadRemains
        throw error
      }
    },

    /** Only inside `atomically`. */
    put(coll: string, id: string, doc: Doc): void {
      const former = documents.read(writer, coll, id)
      if (former) leaveRemains()
      const text = toStore(doc)
      replaceKeys(coll, id, former ? fromStore(former.text) : null, doc)
      version += 1
      writer.run('INSERT OR REPLACE INTO docs(coll, id, ver, doc) VALUES (?, ?, ?, ?)', coll, id, version, text)
      versions.set(coll, version)
      reached('document-changed')
    },

    /** Only inside `atomically`. */
    remove(coll: string, id: string): void {
      const former = documents.read(writer, coll, id)
      if (!former) return
      leaveRemains()
      replaceKeys(coll, id, fromStore(former.text), null)
      version += 1
      writer.run('DELETE FROM docs WHERE coll = ? AND id = ?', coll, id)
      versions.set(coll, version)
      reached('document-changed')
    },

    /** Pins the state of now: later commits are not seen through its reader. */
    snapshot(): Snapshot {
      const reader = idle.pop() ?? openReader(file)
      reader.exec('BEGIN')
      reader.get('SELECT 1 AS one FROM docs LIMIT 1')
      snapshots += 1
      return {
        reader,
        version,
        release() {
          reader.exec('ROLLBACK')
          idle.push(reader)
          snapshots -= 1
        },
      }
    },

    hasSnapshots: () => snapshots > 0,

    version: () => version,
    /** Of its last write since the store was opened. */
    versionOf: (coll: string) => versions.get(coll) ?? 0,

    /**
     * Moves the write-ahead log into the database file and cuts it to nothing: with secure_delete a removed document is
     * left in neither, save for what rebuild() is for. False while a snapshot needs the log.
     */
    checkpoint(): boolean {
      if (snapshots > 0) return false
      reached('before-log-cut')
      const isCut = writer.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0
      reached('after-log-cut')
      return isCut
    },

    /**
     * Writes the whole file anew from the documents that stand, and cuts the log: secure_delete overwrites a removed row,
     * but not what was left of it where pages had been split or joined before (`prove attacks` found ids there).
     */
    rebuild(): boolean {
      if (snapshots > 0) return false
      if (hasRemains) {
        reached('before-rebuild')
        writer.exec('VACUUM')
        reached('after-rebuild')
        writer.exec('PRAGMA user_version = 0')
        hasRemains = false
      }
      return documents.checkpoint()
    },

    close(): void {
      documents.rebuild()
      for (const reader of idle.splice(0)) reader.close()
      writer.close()
    },
  }

  return documents

  function leaveRemains(): void {
    if (hasRemains) return
    writer.exec('PRAGMA user_version = 1')
    hasRemains = true
  }

  function replaceKeys(coll: string, id: string, former: Doc | null, doc: Doc | null): void {
    for (const index of documents.indexesOf(coll)) {
      const name = indexName(index)
      const old = new Set(former ? keysOf(former, index) : [])
      const fresh = new Set(doc ? keysOf(doc, index) : [])
      for (const key of old)
        if (!fresh.has(key))
          writer.run('DELETE FROM keys WHERE coll = ? AND name = ? AND key = ? AND id = ?', coll, name, key, id)
      for (const key of fresh) {
        if (index.unique) refuseTwin(coll, name, key, id)
        if (!old.has(key)) writer.run('INSERT INTO keys(coll, name, key, id) VALUES (?, ?, ?, ?)', coll, name, key, id)
      }
    }
  }

  function refuseTwin(coll: string, name: string, key: string, id: string): void {
    if (key.includes(OBJECT)) throw failed(`the unique index ${name} cannot hold objects`)
    const twin = writer.get<{ id: string }>(
      'SELECT id FROM keys WHERE coll = ? AND name = ? AND key = ? AND id <> ? LIMIT 1',
      coll,
      name,
      key,
      id,
    )
    if (twin) throw duplicate(coll, name, key)
  }
}

const OBJECT = component({})

function openWriter(file: string, synchronous: 'FULL' | 'NORMAL'): Sqlite {
  const writer = openSqlite(file)
  writer.get('PRAGMA journal_mode = WAL')
  writer.exec(`PRAGMA synchronous = ${synchronous}`)
  writer.get('PRAGMA secure_delete = ON')
  writer.exec(`
    CREATE TABLE IF NOT EXISTS docs(
      coll TEXT NOT NULL, id TEXT NOT NULL, ver INTEGER NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (coll, id)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS keys(
      coll TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (coll, name, key, id)
    ) WITHOUT ROWID;`)
  return writer
}

function openReader(file: string): Sqlite {
  const reader = openSqlite(file)
  reader.exec('PRAGMA query_only = ON')
  return reader
}
