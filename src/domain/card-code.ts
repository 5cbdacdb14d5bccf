/**
 * 一次性户码: what a household card says. Twelve characters of 32 that are not taken for one another on paper: no 0 and O,
 * no 1 and I. 60 bits: guessing is hopeless (docs/domain.md, Survey rules).
 */
export const CARD_SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const CARD_CODE_LENGTH = 12

/** The code of twelve random bytes, five bits of each. */
export function cardCodeOf(bytes: ArrayLike<number>): string {
  return Array.from({ length: CARD_CODE_LENGTH }, (_, n) => CARD_SYMBOLS[bytes[n]! & 31]!).join('')
}

/**
 * A code as somebody typed it, in its normal form; null: no code at all. Case, spaces and hyphens do not matter, nor
 * whether a Chinese keyboard made them wide.
 */
export function normalCardCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\-‐‑‒–—―−－_.·]/g, '')
    .toUpperCase()
  return code.length === CARD_CODE_LENGTH && [...code].every((symbol) => CARD_SYMBOLS.includes(symbol)) ? code : null
}

/** As it is printed and shown: XXXX-XXXX-XXXX. */
export function groupedCardCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
