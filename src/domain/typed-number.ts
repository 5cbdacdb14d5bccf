/** A number as people type it: digits, at most one point, a minus before them. */
const TYPED = /^-?(\d+\.?\d*|\.\d+)$/

/** The number that was typed, or null where it is none (yet). Never −0. */
export function typedNumber(text: string): number | null {
  const typed = text.trim()
  return TYPED.test(typed) ? Number(typed) + 0 : null
}
