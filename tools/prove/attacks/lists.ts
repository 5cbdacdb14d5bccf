/** Wherever responses, or villagers' words, still stand in some order: every such order. */
import { type Evidence, objectsIn, type Row, textOf } from './evidence'
import { signature } from './people'

export type Lists = string[][]

/** The rows that hold a response somewhere. */
export function responseRows({ rows }: Evidence): { row: Row; text: string }[] {
  return rows.flatMap((row) => responsesIn(row.doc).map((text) => ({ row, text })))
}

export function responsesIn(value: unknown): string[] {
  return [...objectsIn(value)].flatMap(({ answers }) => (isAnswers(answers) ? [signature(answers)] : []))
}

function isAnswers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const levels = Object.values(value)
  return levels.length > 0 && levels.every((level) => typeof level === 'number')
}

/** As the database gives them, by its counter, by id. */
export function rowLists<T extends { row: Row; text: string }>(
  found: readonly T[],
): { given: string[]; byVersion: string[]; byId: string[] } {
  const texts = (list: readonly T[]) => list.map(({ text }) => text)
  return {
    given: texts(found),
    byVersion: texts([...found].sort((a, b) => a.row.ver - b.row.ver)),
    byId: texts([...found].sort((a, b) => (a.row.id < b.row.id ? -1 : 1))),
  }
}

/** In each file that is one JSON text, in its order. */
export function documentLists({ files }: Evidence): Lists {
  return [...files].flatMap(([path, bytes]) =>
    path.endsWith('.json') ? [responsesIn(JSON.parse(bytes.toString('utf8')))] : [],
  )
}

/** In each file's raw bytes by first and by last place, whether in a table, a free page or a log. */
export function rawLists(files: Iterable<[string, Buffer]>): Lists {
  return [...files].flatMap(([, bytes]) => {
    const found = [...textOf(bytes).matchAll(/"answers":(\{[^{}]*\})/g)].flatMap(([, json]) => signatureIn(json!))
    return [[...new Set(found)], [...new Set(found.reverse())].reverse()]
  })
}

/** Half-overwritten text is no response. */
export function signatureIn(json: string): string[] {
  try {
    const answers: unknown = JSON.parse(json)
    return isAnswers(answers) ? [signature(answers)] : []
  } catch {
    return []
  }
}
