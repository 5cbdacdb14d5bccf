/**
 * What the oldest phones we serve (iOS 12.0, Chrome 67) lack of the built-ins we use; babel mends syntax only. Imported before
 * everything else in app.tsx. tools/check-syntax.ts holds the list of what is newer and not mended here.
 */
if (!Object.fromEntries) {
  Object.fromEntries = (entries: Iterable<readonly [PropertyKey, unknown]>) => {
    const object: Record<PropertyKey, unknown> = {}
    for (const [key, value] of entries) object[key] = value
    return object
  }
}

if (!Object.hasOwn) {
  const { hasOwnProperty: owns } = Object.prototype
  Object.hasOwn = (object: object, key: PropertyKey) => owns.call(object, key)
}

if (!Array.prototype.flatMap) {
  add(Array.prototype, 'flatMap', function <T, U>(this: T[], of: (item: T, index: number, all: T[]) => U | U[]): U[] {
    return ([] as U[]).concat(...this.map(of))
  })
}

if (!Array.prototype.flat) {
  add(Array.prototype, 'flat', function <T>(this: (T | T[])[]): T[] {
    return ([] as T[]).concat(...this)
  })
}

function add(prototype: object, name: string, value: unknown): void {
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true })
}
