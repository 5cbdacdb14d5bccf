/**
 * All that is asked of an SQLite package: better-sqlite3 and node:sqlite share it, so a later switch is this file.
 * libsql 0.5: installs from the registry alone on Node 20 (the others need a compiler or Node 22).
 */
import Libsql from 'libsql'

export type Parameter = string | number | null

export interface Sqlite {
  exec(sql: string): void
  run(sql: string, ...parameters: Parameter[]): void
  /** Columns by name: libsql adds `_metadata` to a row. */
  get<Row>(sql: string, ...parameters: Parameter[]): Row | undefined
  all<Row>(sql: string, ...parameters: Parameter[]): Row[]
  close(): void
}

export function openSqlite(file: string): Sqlite {
  const database = new Libsql(file)
  const prepared = new Map<string, Libsql.Statement>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const fresh = database.prepare(sql)
    prepared.set(sql, fresh)
    return fresh
  }
  return {
    exec: (sql) => void database.exec(sql),
    run: (sql, ...parameters) => void statement(sql).run(...parameters),
    get: <Row>(sql: string, ...parameters: Parameter[]) => statement(sql).get(...parameters) as Row | undefined,
    all: <Row>(sql: string, ...parameters: Parameter[]) => statement(sql).all(...parameters) as Row[],
    close: () => void database.close(),
  }
}

export function atomically<T>(sqlite: Sqlite, work: () => T): T {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    sqlite.exec('COMMIT')
    return result
  } catch (error) {
    sqlite.exec('ROLLBACK')
    throw error
  }
}
