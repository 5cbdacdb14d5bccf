/** Whoever shows something kept on this phone hears here that something of it is new. */
const listeners = new Set<() => void>()

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tell(): void {
  for (const listener of [...listeners]) listener()
}
