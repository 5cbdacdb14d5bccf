/** What a row says beside what is stored: in words, and without taking a difference of white space for a change. */
import { clean } from '../../common/tables/cells'
import type { Row } from '../../common/tables/table'

export interface Field<T> {
  title: string
  shown(thing: T): string
}

/** The fields that differ, in words; null: none. */
export function difference<T>(
  fields: readonly Field<T>[],
  was: T,
  becomes: T,
): { was: string; becomes: string } | null {
  const differing = fields.filter(({ shown }) => shown(was) !== shown(becomes))
  if (differing.length === 0) return null
  const inWords = (thing: T) => differing.map(({ title, shown }) => `${title} ${shown(thing) || '（空）'}`).join('；')
  return { was: inWords(was), becomes: inWords(becomes) }
}

/** All that something new says. */
export function description<T>(fields: readonly Field<T>[], thing: T): string {
  return fields
    .map(({ title, shown }) => ({ title, text: shown(thing) }))
    .filter(({ text }) => text !== '')
    .map(({ title, text }) => `${title} ${text}`)
    .join('；')
}

/** The stored text where the file says the same but for white space that Excel or its reader drops. */
export function keptText(stored: string | undefined, read: string): string {
  return stored !== undefined && clean(stored) === read ? stored : read
}

/** The stored number where the file says the same to the 15 digits that Excel holds. */
export function keptNumber<N extends number | null>(stored: N | undefined, read: N): N {
  return typeof stored === 'number' && typeof read === 'number' && stored.toPrecision(15) === read.toPrecision(15)
    ? stored
    : read
}

/** Remembers where a value stood first; the second time is a fault of its cell. */
export function firsts(): (row: Row, key: string, value: string, what: string) => boolean {
  const seen = new Map<string, string>()
  return (row, key, value, what) => {
    const first = seen.get(value)
    if (first === undefined) {
      seen.set(value, row.address(key))
      return true
    }
    row.fault(key, `${what}和 ${first} 重复了，请只留一个。`)
    return false
  }
}

/** `V01 云溪村`: as things are named in drop-downs and previews. */
export function called({ id, name }: { id: string; name: string }): string {
  return `${id} ${name}`
}

/** By its full name, its id or its name. */
export function choiceOf<T extends { id: string; name: string }>(thing: T): { value: T; labels: string[] } {
  return { value: thing, labels: [called(thing), thing.id, thing.name] }
}
