/**
 * The same people in a store weakened on purpose, each weakness one that a careless survey has: ids that tell the second,
 * a time, a count of changes, an audit line a call, a printed line, minutes that name, an export as it came, a log that is
 * not cut, and a database that does not overwrite what it removes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudDatabase } from '../../../config/cloud-database'
import { openDocuments } from '../../local-cloud/store/documents'
import { openSqlite } from '../../local-cloud/store/sqlite'
import { type Evidence, evidenceOf } from './evidence'
import type { Known, Truth } from './people'

export function weakenedStore({ calls }: Known, { answers }: Truth): Evidence {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-weakened-'))
  try {
    const documents = openDocuments({ dataDir, database: cloudDatabase, synchronous: 'NORMAL' })
    const kept = lastCalls(calls).map(({ subject, at, times }, n) => ({
      subject,
      at,
      times,
      id: `${Math.floor(at / 1000).toString(16)}${n.toString(16).padStart(16, '0')}`,
      answers: levelsOf(answers.get(subject)!),
    }))
    const keep = ({ id, at, times, answers }: (typeof kept)[number]) => {
      documents.put('answers', id, { _id: id, at, revision: times, channel: 'poster', answers })
      documents.put('audits', `r:${id}`, { _id: `r:${id}`, action: 'answer', on: id, at })
    }
    const inTheLog = kept.slice(-100)
    documents.atomically(() => {
      for (const one of kept) if (!inTheLog.includes(one)) keep(one)
      documents.put('bursts', 'r:V01', { _id: 'r:V01', minutes: minutesOf(kept) })
    })
    documents.checkpoint()
    for (const one of inTheLog) documents.atomically(() => keep(one))
    leaveRemains(join(dataDir, 'remains.sqlite'), kept)
    const logs = kept.map(
      ({ subject, at, answers }) => `${new Date(at).toISOString()} ${subject} ${JSON.stringify(answers)}`,
    )
    const responses = kept.map(({ answers }) => ({ villageId: 'V01', answers }))
    // Looked at while its log is there.
    const evidence = evidenceOf(dataDir, logs, { 'exports/audit.json': Buffer.from(JSON.stringify({ responses })) })
    documents.close()
    return evidence
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function minutesOf(kept: readonly { id: string; at: number }[]): Record<string, string[]> {
  const minutes: Record<string, string[]> = {}
  for (const { id, at } of kept) {
    const minute = new Date(at).toISOString().slice(11, 16)
    minutes[minute] = [...(minutes[minute] ?? []), id]
  }
  return minutes
}

/** Written and removed again, where nothing is overwritten. */
function leaveRemains(file: string, kept: readonly { answers: Record<string, number> }[]): void {
  const sqlite = openSqlite(file)
  sqlite.get('PRAGMA secure_delete = OFF')
  sqlite.exec('CREATE TABLE docs(n INTEGER PRIMARY KEY, doc TEXT NOT NULL)')
  for (const [n, { answers }] of kept.entries())
    sqlite.run('INSERT INTO docs VALUES (?, ?)', n, JSON.stringify({ answers }))
  sqlite.exec('DELETE FROM docs')
  sqlite.close()
}

function lastCalls(calls: Known['calls']): { subject: string; at: number; times: number }[] {
  const last = new Map<string, { subject: string; at: number; times: number }>()
  for (const { subject, at } of calls) {
    const times = (last.get(subject)?.times ?? 0) + 1
    last.delete(subject)
    last.set(subject, { subject, at, times })
  }
  return [...last.values()]
}

function levelsOf(text: string): Record<string, number> {
  return Object.fromEntries([...text.matchAll(/(Q\d\d)(\d)/g)].map(([, id, level]) => [id!, Number(level)]))
}
