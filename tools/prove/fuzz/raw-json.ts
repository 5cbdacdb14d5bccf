/** JSON with what no value of JavaScript can be written as: 1e999, -0, ten thousand brackets, the same key twice. */

/** Stands in a value and is written as it is. */
export class Raw {
  constructor(readonly text: string) {}
}

export type Json = null | boolean | number | string | Raw | Json[] | { [key: string]: Json }

/** Strings may hold lone surrogates: they are escaped, as phones send them. */
export function jsonText(value: Json): string {
  if (value instanceof Raw) return value.text
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${jsonText(inner)}`)
    .join(',')}}`
}

/** A copy with `key` as its own field, whatever it is called. */
export function withField(value: { [key: string]: Json }, key: string, inner: Json): { [key: string]: Json } {
  // Defined, not assigned: `__proto__` would else be another thing.
  return Object.fromEntries([...Object.entries(value).filter(([name]) => name !== key), [key, inner]])
}
