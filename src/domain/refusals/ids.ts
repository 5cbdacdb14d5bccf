import { type Path, quoted, type Refusal } from '../refusal'

/** Refuses the second of two equal ids in one list. */
export function* twice(path: Path, ids: readonly string[]): Generator<Refusal> {
  const seen = new Set<string>()
  for (const [i, id] of ids.entries()) {
    if (seen.has(id)) yield { path: [...path, i], what: `${quoted(id)} stands twice` }
    seen.add(id)
  }
}

export function* twiceById(path: Path, items: ReadonlyArray<{ id: string }>): Generator<Refusal> {
  const ids = items.map(({ id }) => id)
  for (const refusal of twice(path, ids)) yield { path: [...refusal.path, 'id'], what: refusal.what }
}

/** Refuses an id that is referred to but not there. */
export function* unknown(
  path: Path,
  id: string,
  known: { has(id: string): boolean },
  kind: string,
): Generator<Refusal> {
  if (!known.has(id)) yield { path, what: `unknown ${kind} ${quoted(id)}` }
}

export function idsOf(items: ReadonlyArray<{ id: string }>): Set<string> {
  return new Set(items.map(({ id }) => id))
}
