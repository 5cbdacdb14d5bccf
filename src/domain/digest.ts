import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { RoundFile } from './round-file'
import type { RankedVillage } from './round-result'
import { eachChunkOfBytes } from './utf8'

/** `sha256:` over a round's inputs and its ranking: what is shown at the reveal and printed on the bulletin. */
export function roundDigest(input: RoundFile, ranking: readonly RankedVillage[]): string {
  return digestOf({ input, ranking })
}

/** `sha256:` and the SHA-256 of a value's canonical JSON, in lower-case hex. */
export function digestOf(value: unknown): string {
  return `sha256:${sha256Hex(canonicalJson(value))}`
}

/** RFC 8785: names sorted by UTF-16 code units, numbers as ECMAScript prints them, no spaces. Parsed JSON only. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Only what JSON can hold has a canonical form')
  return text
}

/** SHA-256 of a text's UTF-8, in lower-case hex. */
export function sha256Hex(text: string): string {
  const hash = sha256.create()
  eachChunkOfBytes(text, (bytes) => hash.update(bytes))
  return bytesToHex(hash.digest())
}
