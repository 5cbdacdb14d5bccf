/** What is half typed of a draft's entry, on this phone until it is saved: a killed app or a lost signal costs nothing. */
import { forget, keep, keptKeys, readKept } from '../../../client/kept-values'
import type { SchemePart } from '../../../domain/scheme-faults'
import { partOfKind } from './lenses'

export type KeptEntry = { base: unknown; form: unknown }

const PREFIX = 'scheme/'

/** `id:version/kind/entry`; a new entry has no name yet. */
export function entryKey(head: { id: string; version: number }, kind: string, entry: string | undefined): string {
  return `${PREFIX}${head.id}:${head.version}/${kind}/${entry ?? ''}`
}

export function keptEntry(key: string): KeptEntry | undefined {
  const kept = readKept(key)
  if (typeof kept !== 'string') return undefined
  return JSON.parse(kept, (_, value) => (value === NO_NUMBER ? Number.NaN : value)) as KeptEntry
}

/** A number that is not one yet (empty, `-`) is kept as such: JSON would make it null, which means something else. */
export function keepEntry(key: string, entry: KeptEntry): void {
  keep(
    key,
    JSON.stringify(entry, (_, value) => (typeof value === 'number' && Number.isNaN(value) ? NO_NUMBER : value)),
  )
}

export function forgetEntry(key: string): void {
  forget(key)
}

const NO_NUMBER = '\u0000NaN'

/** Something of this part was typed and not saved. */
export function hasUnsaved(head: { id: string; version: number }, part: SchemePart): boolean {
  const begin = `${PREFIX}${head.id}:${head.version}/`
  return keptKeys(begin).some((key) => partOfKind(key.slice(begin.length).split('/')[0]!) === part)
}
