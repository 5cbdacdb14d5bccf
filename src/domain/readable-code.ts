/**
 * A code that people read out and type: a household card's 户码, an invite's 邀请码. Twelve characters of 32 that are not
 * taken for one another on paper: no 0 and O, no 1 and I. 60 bits: guessing is hopeless (docs/domain.md, Survey rules).
 */
export const CODE_SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const CODE_LENGTH = 12

/** The code of twelve random bytes, five bits of each. */
export function codeOfBytes(bytes: ArrayLike<number>): string {
  return Array.from({ length: CODE_LENGTH }, (_, n) => CODE_SYMBOLS[bytes[n]! & 31]!).join('')
}

/**
 * A code as somebody typed it, in its normal form; null: no code at all. Case, spaces and hyphens do not matter, nor
 * whether a Chinese keyboard made them wide.
 */
export function normalCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\-‐‑‒–—―−－_.·]/g, '')
    .toUpperCase()
  return code.length === CODE_LENGTH && [...code].every((symbol) => CODE_SYMBOLS.includes(symbol)) ? code : null
}

/** As it is printed and shown: XXXX-XXXX-XXXX. */
export function groupedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
