/**
 * JSON as `JSON.parse` reads it, and stricter where two readers could see two rounds: a name twice in one object, after
 * unescaping, anywhere; a number too large for a double; half a character. All of these have no canonical form.
 */
import { oneLine, type Path, quoted, type Refusal } from './refusal'
import { isHigh, isLow } from './utf8'

export type Parsed = { value: unknown } | { refusal: Refusal }

/** So deep nothing is nested but to break a reader: canonical JSON is written by a function that calls itself. */
const DEEPEST = 1000

/** Linear in the text. `levelsAround`: so deep it is nested in another text already. */
export function parseStrictJson(text: string, levelsAround = 0): Parsed {
  if (text.charCodeAt(0) === 0xfeff) return refused([], 'begins with a byte-order mark')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refused([], `not JSON: ${oneLine(error instanceof Error ? error.message : String(error))}`)
  }
  const refusal = ambiguity(text, DEEPEST - levelsAround)
  return refusal ? { refusal } : { value }
}

/** An object or a list that is open at this point of the text; `at` is the name or position now being read. */
type Open = { names: Set<string> | null; at: string | number }

/** Walks over a text that is known to be JSON, so that it need not look for any other fault. */
function ambiguity(text: string, deepest: number): Refusal | undefined {
  const open: Open[] = []
  let inside: Open | undefined
  let nameExpected = false
  let nextEscape = text.indexOf('\\')

  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: {
        const end = endOfString(i)
        const escaped = nextEscape !== -1 && nextEscape < end
        const content = escaped ? (JSON.parse(text.slice(i, end + 1)) as string) : text.slice(i + 1, end)
        if (escaped && hasHalfCharacter(content)) return fault('holds half of a surrogate pair')
        if (nameExpected && inside?.names) {
          if (inside.names.has(content)) return fault(`the name ${quoted(content)} stands twice`)
          inside.names.add(content)
          inside.at = content
          nameExpected = false
        }
        i = end
        break
      }
      case 0x7b: // {
      case 0x5b: // [
        inside = text.charCodeAt(i) === 0x7b ? { names: new Set(), at: '' } : { names: null, at: 0 }
        nameExpected = inside.names !== null
        if (open.push(inside) > deepest) return { path: [], what: `nested deeper than ${DEEPEST} levels` }
        break
      case 0x7d: // }
      case 0x5d: // ]
        open.pop()
        inside = open[open.length - 1]
        nameExpected = false
        break
      case 0x2c: // ,
        if (inside?.names) nameExpected = true
        else if (inside) inside.at = Number(inside.at) + 1
        break
      case 0x2d: // -
      case 0x30:
      case 0x31:
      case 0x32:
      case 0x33:
      case 0x34:
      case 0x35:
      case 0x36:
      case 0x37:
      case 0x38:
      case 0x39: {
        const end = endOfNumber(text, i)
        if (!Number.isFinite(Number(text.slice(i, end)))) return fault('a number too large to be read', true)
        i = end - 1
        break
      }
    }
  }
  return undefined

  /** The closing quote of the string that opens at `start`. */
  function endOfString(start: number): number {
    if (nextEscape !== -1 && nextEscape < start) nextEscape = text.indexOf('\\', start)
    let end = text.indexOf('"', start + 1)
    if (nextEscape === -1 || nextEscape > end) return end
    for (end = start + 1; text.charCodeAt(end) !== 0x22; end++) if (text.charCodeAt(end) === 0x5c) end++
    return end
  }

  function fault(what: string, here = !nameExpected): Refusal {
    const path: Path = open.map(({ at }) => at)
    return { path: here ? path : path.slice(0, -1), what }
  }
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && isNumberPart(text.charCodeAt(end))) end++
  return end
}

function isNumberPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x65 || code === 0x45 || code === 0x2b || code === 0x2d
  )
}

function hasHalfCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isHigh(code) && isLow(text.charCodeAt(i + 1))) i++
    else if (isHigh(code) || isLow(code)) return true
  }
  return false
}

function refused(path: Path, what: string): Parsed {
  return { refusal: { path, what } }
}
