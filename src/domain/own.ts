const hasOwn = Object.prototype.hasOwnProperty

/**
 * The value under a name of an object that came from a file, where `toString` or `__proto__` may be an id like any
 * other; undefined when the object itself has no such name. (`Object.hasOwn` is younger than the phones we support.)
 */
export function own<T>(object: Readonly<Record<string, T>>, name: string): T | undefined {
  return hasOwn.call(object, name) ? object[name] : undefined
}
