/** Every small change that can be made to a JSON value, one at a time: made in place, and taken back. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Holder = Json[] | { [name: string]: Json }

export interface Change {
  /** Names and places down to what is changed. */
  path: readonly (string | number)[]
  how: 'value changed' | 'key removed' | 'entry removed' | 'entry doubled' | 'entries swapped'
  make(): void
  takeBack(): void
}

/** Of a leaf another value, of an object a name less, of an array an entry less, one twice, two neighbours swapped. */
export function* everyChange(value: Json, path: readonly (string | number)[] = []): Generator<Change> {
  if (Array.isArray(value)) yield* changesOfArray(value, path)
  else if (typeof value === 'object' && value !== null) yield* changesOfObject(value, path)
}

function* changesOfObject(holder: { [name: string]: Json }, path: Change['path']): Generator<Change> {
  for (const [name, inner] of Object.entries(holder)) {
    const at = [...path, name]
    yield {
      path: at,
      how: 'key removed',
      make: () => {
        delete holder[name]
      },
      takeBack: () => {
        holder[name] = inner
      },
    }
    yield* changesOfInner(holder, name, inner, at)
  }
}

function* changesOfArray(holder: Json[], path: Change['path']): Generator<Change> {
  for (const [n, inner] of holder.entries()) {
    const at = [...path, n]
    const spliced = (how: Change['how'], removed: number, instead: Json[]): Change => ({
      path: at,
      how,
      make: () => {
        holder.splice(n, removed, ...instead)
      },
      takeBack: () => {
        holder.splice(n, instead.length, ...holder0.slice(n, n + removed))
      },
    })
    const holder0 = [...holder]
    yield spliced('entry removed', 1, [])
    yield spliced('entry doubled', 1, [inner, inner])
    const next = holder[n + 1]
    // Two that are alike cannot be swapped.
    if (next !== undefined && JSON.stringify(next) !== JSON.stringify(inner))
      yield spliced('entries swapped', 2, [next, inner])
    yield* changesOfInner(holder, n, inner, at)
  }
}

function* changesOfInner(holder: Holder, name: string | number, inner: Json, at: Change['path']): Generator<Change> {
  if (typeof inner === 'object' && inner !== null) {
    yield* everyChange(inner, at)
    return
  }
  const set = (value: Json) => () => {
    ;(holder as Record<string | number, Json>)[name] = value
  }
  yield { path: at, how: 'value changed', make: set(otherThan(inner)), takeBack: set(inner) }
}

function otherThan(leaf: Json): Json {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'string') return `${leaf}0`
  return leaf === null ? 0 : !leaf
}
