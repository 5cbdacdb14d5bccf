/** Why a file is refused: one fault, where it is and what it is. */
export type Refusal = { path: Path; what: string }

/** Names and positions from the file's outside in. */
export type Path = ReadonlyArray<string | number>

/** `scorecards[3].marks.C01: 4.7 is not a multiple of its step 0.5` — always one line. */
export function refusalLine({ path, what }: Refusal): string {
  const where = path.map(step).join('').replace(/^\./, '')
  return oneLine(where === '' ? what : `${where}: ${what}`)
}

/** A value from the file as it is quoted in a sentence: short, and never more than a line. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Whatever breaks a line or moves a terminal's cursor becomes a space. */
export function oneLine(text: string): string {
  return Array.from(text, (character) => (/[\p{Cc}\u2028\u2029]/u.test(character) ? ' ' : character)).join('')
}

function step(name: string | number): string {
  if (typeof name === 'number') return `[${name}]`
  return /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${quoted(name)}]`
}
