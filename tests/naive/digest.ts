/** The digest of docs/round-file.md: SHA-256 over the canonical JSON (RFC 8785) of input and ranking. */
import { createHash } from 'node:crypto'

export function naiveDigest(input: unknown, ranking: unknown): string {
  return `sha256:${createHash('sha256').update(canonical({ input, ranking }), 'utf8').digest('hex')}`
}

/** Names in the order of their UTF-16 code units, which is how a list of texts is sorted; no space anywhere. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = new Map(Object.entries(value))
  const names = [...entries.keys()].sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(entries.get(name))}`).join(',')}}`
}
