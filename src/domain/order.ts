/** Ids compare by UTF-16 code units, JavaScript's `<`: no language's alphabet enters a digest. */
export function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Compares by the first key that differs. */
export function byKeys<T>(...keys: Array<(item: T) => string>): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const order = byCodeUnits(key(a), key(b))
      if (order !== 0) return order
    }
    return 0
  }
}
