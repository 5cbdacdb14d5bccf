/** What stands in a cell, as people type it: addresses, and texts and numbers made even. */

/** `C7` from row 7 (from 1) and column 2 (from 0). */
export function addressOf(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}

/** 2 from `C`. */
export function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Without white space at the ends (the ideographic and the unbreakable too) and what cannot be seen; line ends as \n. */
export function clean(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()
}

/** As two headers, names or choices are compared: full width or not, with or without white space, upper or lower case. */
export function even(text: string): string {
  return clean(text).normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

/** A number as people type it: full-width digits, thousands separated, a percent sign. Null: it is none. */
export function typedNumber(text: string): { number: number; percent: boolean } | null {
  const plain = clean(text).normalize('NFKC').replace(/\s+/g, '').replace(/[−–—]/g, '-')
  const [, sign, digits, fraction, percent] =
    /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(\.\d+)?(%?)$/.exec(plain) ?? ([] as string[])
  if (!digits && !fraction) return null
  return { number: Number(`${sign}${digits ?? '0'}${fraction ?? ''}`.replace(/,/g, '')), percent: percent === '%' }
}

/** The contract's ids: ASCII letters, digits, `_`, `.` and `-`, beginning with a letter or digit. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(text)
}

/** How many decimals a number has as it is printed. */
export function decimalsOf(number: number): number {
  const [digits, exponent] = number.toExponential().split('e')
  return Math.max(0, (digits!.split('.')[1]?.length ?? 0) - Number(exponent))
}
