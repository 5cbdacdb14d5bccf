import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { RoundFile } from './round-file'
import type { RankedVillage } from './round-result'
import { bytesOfTexts, eachChunkOfBytes } from './utf8'

/** A SHA-256 that is being taken; Node's own fits. */
export type Sha256 = () => { update(bytes: Uint8Array): unknown; digest(): Uint8Array }

/**
 * `sha256:` over a round's inputs and its ranking: what is shown at the reveal and printed on the bulletin. `sha256`: a
 * platform's own, where it is faster.
 */
export function roundDigest(input: RoundFile, ranking: readonly RankedVillage[], sha256?: Sha256): string {
  return digestOf({ input, ranking }, sha256)
}

/** `sha256:` and the SHA-256 of a value's canonical JSON, in lower-case hex. */
export function digestOf(value: unknown, sha256: Sha256 = plainSha256): string {
  const hash = sha256()
  const bytes = bytesOfTexts((chunk) => hash.update(chunk))
  eachCanonicalPiece(value, (piece) => bytes.write(piece))
  bytes.end()
  return `sha256:${bytesToHex(hash.digest())}`
}

/** RFC 8785: names sorted by UTF-16 code units, numbers as ECMAScript prints them, no spaces. Parsed JSON only. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Only what JSON can hold has a canonical form')
  return text
}

/** Deep enough that a piece is one response, one scorecard, one field of the scheme. */
const LEVELS_IN_PIECES = 3

/**
 * A value's canonical JSON piece by piece: a round of many megabytes never stands there as one text. The pieces one
 * after another are what canonicalJson gives.
 */
export function eachCanonicalPiece(value: unknown, take: (piece: string) => void, levels = LEVELS_IN_PIECES): void {
  if (levels === 0 || typeof value !== 'object' || value === null) take(canonicalJson(value))
  else if (Array.isArray(value)) eachOfList(value, take, levels)
  else eachOfObject(value as Record<string, unknown>, take, levels)
}

function eachOfList(items: readonly unknown[], take: (piece: string) => void, levels: number): void {
  for (let i = 0; i < items.length; i++) {
    take(i === 0 ? '[' : ',')
    eachCanonicalPiece(items[i], take, levels - 1)
  }
  take(items.length === 0 ? '[]' : ']')
}

function eachOfObject(fields: Record<string, unknown>, take: (piece: string) => void, levels: number): void {
  let opens = '{'
  for (const name of Object.keys(fields).sort()) {
    if (fields[name] === undefined) continue
    take(`${opens}${canonicalJson(name)}:`)
    eachCanonicalPiece(fields[name], take, levels - 1)
    opens = ','
  }
  take(opens === '{' ? '{}' : '}')
}

/** SHA-256 of a text's UTF-8, in lower-case hex. */
export function sha256Hex(text: string): string {
  const hash = plainSha256()
  eachChunkOfBytes(text, (bytes) => hash.update(bytes))
  return bytesToHex(hash.digest())
}

function plainSha256() {
  return sha256.create()
}
