import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Scorecard } from './round-file'

/**
 * What a submitted scorecard is, in one line: `sha256:` over the canonical JSON (RFC 8785) of the scorecard as the
 * round file holds it. The phone keeps it and compares it with the sealed card (docs/domain.md, A round's life).
 */
export function cardHash({ inspectorId, villageId, marks }: Scorecard): string {
  const text = canonicalize({ inspectorId, villageId, marks }) as string
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`
}
