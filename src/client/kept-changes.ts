/** Whoever shows something kept on this phone hears here that something of it is new. */
const listeners = new Set<() => void>()
let told = 0

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tell(): void {
  told++
  for (const listener of [...listeners]) listener()
}

/** What is put together from all that is kept, put together once as long as nothing is new. */
export function whileNothingIsNew<T>(make: () => T): () => T {
  let known: { at: number; value: T } | undefined
  return () => {
    if (known?.at !== told) known = { at: told, value: make() }
    return known.value
  }
}
