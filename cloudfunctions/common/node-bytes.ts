/** What Node does faster than the plain code that also runs on phones; it comes to the same. */
import { createHash } from 'node:crypto'
import { eachCanonicalPiece } from '../../src/domain/digest'
import { bytesOfTexts } from '../../src/domain/utf8'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text behind the bytes, a byte-order mark kept; null where they are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

export function sha256() {
  return createHash('sha256')
}

/** SHA-256 of a text's UTF-8, in lower-case hex. */
export function sha256Hex(text: string): string {
  return sha256().update(text).digest('hex')
}

/** A value's canonical JSON in UTF-8, without ever being there as one text. */
export function canonicalBytes(value: unknown): Buffer {
  const chunks: Buffer[] = []
  const bytes = bytesOfTexts((chunk) => chunks.push(Buffer.from(chunk)))
  eachCanonicalPiece(value, bytes.write)
  bytes.end()
  return Buffer.concat(chunks)
}
