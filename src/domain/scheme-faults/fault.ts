/** What is wrong with a scheme, where it stands, in words for whoever mends it. */
export type SchemeFault = {
  /** Names and places from the rules inwards, joined by dots: `indicators.3.bands.2.from`; settings begin with `settings.`. */
  path: string
  text: string
  /** Publishing is refused; otherwise it is worth a look. */
  blocks: boolean
}

export function blocking(path: string, text: string): SchemeFault {
  return { path, text, blocks: true }
}

export function warning(path: string, text: string): SchemeFault {
  return { path, text, blocks: false }
}

/** Of a text that must not be left empty. */
export function* unwritten(path: string, text: string, what: string): Generator<SchemeFault> {
  if (text.trim() === '') yield blocking(path, `还没有写${what}。`)
}

/** The second of two equal ids (or names) in one list. */
export function* twice(
  items: readonly string[],
  pathOf: (place: number) => string,
  words: (id: string, first: number) => string,
): Generator<SchemeFault> {
  const first = new Map<string, number>()
  for (const [i, id] of items.entries()) {
    const before = first.get(id)
    if (before === undefined) first.set(id, i)
    else yield blocking(pathOf(i), words(id, before))
  }
}
