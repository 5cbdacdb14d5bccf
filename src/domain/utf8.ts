/**
 * UTF-8 without TextEncoder and TextDecoder, of which WeChat's engine makes no promise. A reader that mends broken
 * bytes would let two different files pass for the same round; this one refuses them.
 */

const CHUNK = 0x8000

/** The text's bytes, chunk by chunk, so that a large one is never there twice. A chunk is only good until the next. */
export function eachChunkOfBytes(text: string, take: (bytes: Uint8Array) => void): void {
  // A hundred thousand responses are hashed one by one: no 32 KB for each.
  const bytes = bytesOfTexts(take, Math.min(CHUNK, 3 * text.length))
  bytes.write(text)
  bytes.end()
}

/** As eachChunkOfBytes, of texts one after another. Each must be whole: no character may lie across two. */
export function bytesOfTexts(
  take: (bytes: Uint8Array) => void,
  chunk = CHUNK,
): { write(text: string): void; end(): void } {
  const buffer = new Uint8Array(chunk + 4)
  let length = 0
  return { write, end: () => take(buffer.subarray(0, length)) }

  function write(text: string): void {
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i)
      if (code < 0x80) {
        buffer[length++] = code
      } else {
        if (isHigh(code)) code = joined(code, text.charCodeAt(++i))
        else if (isLow(code)) throw new Error('A lone surrogate has no UTF-8')
        length = writeLong(code, buffer, length)
      }
      if (length >= chunk) {
        take(buffer.subarray(0, length))
        length = 0
      }
    }
  }
}

/** The text behind the bytes, a byte-order mark kept as a character; null where they are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = []
  const units = new Uint16Array(CHUNK)
  let length = 0
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i]!
    if (first < 0x80) {
      units[length++] = first
      i += 1
    } else {
      const size = sizeOf(first)
      const code = readLong(bytes, i, size)
      if (code < 0) return null
      i += size
      if (code > 0xffff) units[length++] = 0xd800 + ((code - 0x10000) >> 10)
      units[length++] = code > 0xffff ? 0xdc00 + ((code - 0x10000) & 0x3ff) : code
    }
    if (length >= CHUNK - 2) {
      parts.push(String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]))
      length = 0
    }
  }
  parts.push(String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]))
  return parts.join('')
}

/** How many bytes a character takes that starts with this one; 0: none does. */
function sizeOf(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  if (first >= 0xf0 && first <= 0xf4) return 4
  return 0
}

/** The character at `i`; −1: cut short, longer than needed, a surrogate, or beyond the last character. */
function readLong(bytes: Uint8Array, i: number, size: number): number {
  if (size === 0 || i + size > bytes.length) return -1
  let code = bytes[i]! & (0xff >> (size + 1))
  for (let k = 1; k < size; k++) {
    const next = bytes[i + k]!
    if ((next & 0xc0) !== 0x80) return -1
    code = (code << 6) | (next & 0x3f)
  }
  if (code < [0, 0, 0x80, 0x800, 0x10000][size]! || code > 0x10ffff || isHigh(code) || isLow(code)) return -1
  return code
}

function writeLong(code: number, buffer: Uint8Array, at: number): number {
  let end = at
  if (code < 0x800) {
    buffer[end++] = 0xc0 | (code >> 6)
  } else {
    if (code < 0x10000) {
      buffer[end++] = 0xe0 | (code >> 12)
    } else {
      buffer[end++] = 0xf0 | (code >> 18)
      buffer[end++] = 0x80 | ((code >> 12) & 0x3f)
    }
    buffer[end++] = 0x80 | ((code >> 6) & 0x3f)
  }
  buffer[end++] = 0x80 | (code & 0x3f)
  return end
}

function joined(high: number, low: number): number {
  if (!isLow(low)) throw new Error('A lone surrogate has no UTF-8')
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
}

export function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

export function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
