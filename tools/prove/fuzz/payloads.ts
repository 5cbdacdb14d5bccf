/** What is sent as an action's payload: near its shape, or nothing like it. The same chance makes the same text again. */
import type { Chance } from '../phone/chance'
import { anything, huge, junk, operator, strangeKeys, strangeNumber, strangeString } from './junk'
import { type Json, jsonText, Raw, withField } from './raw-json'
import { kindOf, type Shape, sample, shapesAt } from './shapes'

export interface Payload {
  /** JSON. */
  text: string
  /** What was done to it, in a word. */
  how: string
  /** Whatever the contract says, this must be refused: it holds what no field may. */
  isNever: boolean
}

type Path = (string | number)[]
interface Change {
  how: string
  isNever?: boolean
  value: Json
}

/**
 * The `nth` of an action; every second is one with a strange name as a field too many while there are names, the others what chance makes of it.
 * `bases`: payloads as they are meant. `words`: ids and texts that are known somewhere.
 */
export function payload(
  shape: Shape,
  bases: readonly Json[],
  words: readonly string[],
  nth: number,
  chance: Chance,
): Payload {
  const name = strangeKeys[nth / 2]
  if (name !== undefined && shapesAt(shape, [name]).length === 0) {
    const base = chance.oneOf(bases)
    if (isFields(base)) return { text: jsonText(withField(base, name, junk(chance))), how: 'extra', isNever: true }
  }
  const kind = kindBy(chance)
  if (kind === 'random') {
    return { text: jsonText(anything(chance, chance.between(1, 6))), how: 'random', isNever: false }
  }
  if (kind === 'instead') {
    const value = chance.oneOf<Json>([null, true, 0, '', 'null', [], [[]], operator(chance), [chance.oneOf(bases)]])
    return { text: jsonText(value), how: 'instead', isNever: false }
  }
  const isMeant = chance.happens(0.5)
  const base = isMeant ? chance.oneOf(bases) : mixed(chance.oneOf(bases), sample(shape, words, chance), chance)
  if (kind === 'words') return { text: jsonText(base), how: 'words', isNever: false }
  if (kind === 'twice') return { text: saidTwice(base, chance), how: 'twice', isNever: false }
  if (kind === 'huge') return { ...asPayload(changedAt(base, shape, chance, 'huge')), how: 'huge' }
  const times = chance.oneOf([1, 1, 1, 1, 1, 1, 2, 2, 3])
  let change: Change = { how: 'words', value: base }
  for (let n = 0; n < times; n++) {
    const next = changedAt(change.value, shape, chance)
    // The second change may take the first one's field away.
    change = times > 1 ? { ...next, isNever: false } : next
  }
  return asPayload(change)
}

/** Most of it as it is meant, so that it comes as far as what is not. */
function mixed(meant: Json, other: Json, chance: Chance): Json {
  if (!isFields(meant) || !isFields(other) || chance.happens(0.2)) return other
  return Object.fromEntries(
    Object.entries(other).map(([name, inner]) => {
      const own = Object.hasOwn(meant, name) ? meant[name]! : inner
      if (isFields(own) && isFields(inner)) return [name, mixed(own, inner, chance)]
      return [name, chance.happens(0.75) ? own : inner]
    }),
  )
}

const kinds = ['near', 'huge', 'random', 'instead', 'words', 'twice'] as const
type Kind = (typeof kinds)[number]

function kindBy(chance: Chance): Kind {
  const nth = chance.between(0, 99)
  if (nth < 2) return 'huge'
  if (nth < 10) return 'random'
  if (nth < 13) return 'instead'
  if (nth < 23) return 'words'
  return nth < 26 ? 'twice' : 'near'
}

function asPayload({ value, how, isNever = false }: Change): Payload {
  return { text: jsonText(value), how, isNever }
}

/** One change at a place of it. */
function changedAt(base: Json, shape: Shape, chance: Chance, how?: 'huge'): Change {
  const path = chance.oneOf(placesIn(base))
  const former = at(base, path)
  const { value, ...change } = how ? tooBig(former, chance) : changed(former, path, shape, chance)
  return { ...change, value: value === undefined ? without(base, path) : put(base, path, value) }
}

/** `value` absent: the field is taken away. */
type Become = Omit<Change, 'value'> & { value: Json | undefined }

function tooBig(former: Json, chance: Chance): Become {
  return {
    how: 'huge',
    isNever: true,
    value: isFields(former) ? withField(former, 'more', huge(chance)) : huge(chance),
  }
}

function changed(former: Json, path: Path, shape: Shape, chance: Chance): Become {
  const meant = shapesAt(shape, path).map(kindOf)
  const isScalar = meant.length > 0 && meant.every((kind) => scalars.includes(kind))
  const choices: (() => Become)[] = [
    () => ({ how: 'junk', value: junk(chance) }),
    () => ({ how: 'operator', isNever: isScalar, value: operator(chance) }),
    () => ({ how: 'wrapped', isNever: isScalar, value: chance.oneOf<Json>([[former], { value: former }, [[former]]]) }),
    () => ({ how: 'null', value: null }),
    () => ({ how: 'as text', value: typeof former === 'string' ? former : jsonText(former) }),
    ...(path.length > 0 ? [() => ({ how: 'missing', value: undefined })] : []),
  ]
  // Where fields are meant, one more is one too many; a record's own keys are whatever its shape allows.
  if (isFields(former)) {
    const isNever = meant.length > 0 && meant.every((kind) => kind === 'object')
    const extra = (): Become => {
      const key = chance.oneOf(strangeKeys)
      const isKnown = shapesAt(shape, [...path, key]).length > 0
      return { how: 'extra', isNever: isNever && !isKnown, value: withField(former, key, junk(chance)) }
    }
    const renamed = (): Become => ({ how: 'renamed', value: withOneRenamed(former, chance) })
    const inProto = (): Become => ({ how: '__proto__', value: new Raw(`{"__proto__":${jsonText(former)}}`) })
    choices.push(extra, extra, extra, extra, renamed, inProto)
  }
  if (Array.isArray(former)) {
    choices.push(() => ({ how: 'more of it', value: [...former, ...former, junk(chance)] }))
    choices.push(() => ({ how: 'sparse', value: [null, ...former] }))
  }
  if (typeof former === 'string') {
    const near = (): Become => ({ how: 'near text', value: nearText(former, chance) })
    choices.push(near, near, () => ({ how: 'strange text', value: strangeString(chance) }))
  }
  if (typeof former === 'number') {
    const near = (): Become => ({ how: 'near number', value: nearNumber(former, chance) })
    choices.push(near, () => ({ how: 'strange number', value: strangeNumber(chance) }))
  }
  return chance.oneOf(choices)()
}

const scalars: readonly string[] = ['string', 'number', 'boolean', 'enum', 'literal']

function nearText(text: string, chance: Chance): string {
  const place = chance.between(0, text.length)
  const stranger = chance.oneOf(['\u0000', '\u200b', '\u202e', '\ud83d', '\n', "'", '$', '.', '/../', ' ', '%00', '０'])
  return chance.oneOf([
    () => text.slice(0, place) + stranger + text.slice(place),
    () => text.slice(0, place),
    () => text + text,
    () => text.toUpperCase(),
    () => text.toLowerCase(),
    () => ` ${text} `,
    () => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    () => text.slice(0, place) + text.slice(place + 1),
  ])()
}

function nearNumber(number: number, chance: Chance): Json {
  return chance.oneOf<Json>([
    -number,
    number + 1e-7,
    number + 1,
    number * 1e9,
    String(number),
    new Raw(`1${Math.abs(Math.trunc(number)) % 1e6}e400`),
    new Raw(number === 0 ? '-0' : `-${Math.abs(number)}`),
  ])
}

function withOneRenamed(fields: { [key: string]: Json }, chance: Chance): Json {
  const names = Object.keys(fields)
  if (names.length === 0) return withField(fields, chance.oneOf(strangeKeys), junk(chance))
  const name = chance.oneOf(names)
  const { [name]: inner, ...others } = fields
  return withField(others, chance.oneOf([name.toUpperCase(), `$${name}`, `${name}.$gt`, `${name}\u0000`]), inner!)
}

/** The same key twice: who reads the first sees another payload than who reads the last. */
function saidTwice(base: Json, chance: Chance): string {
  const text = jsonText(base)
  if (!isFields(base) || Object.keys(base).length === 0) return text
  const again = `${JSON.stringify(chance.oneOf(Object.keys(base)))}:${jsonText(junk(chance))}`
  return chance.happens(0.3) ? `{${again},${text.slice(1)}` : `${text.slice(0, -1)},${again}}`
}

function placesIn(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.slice(0, 20).flatMap((inner, n) => placesIn(inner, [...path, n]))]
  if (!isFields(value)) return [path]
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))]
}

function isFields(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Raw)
}

function at(value: Json, path: Path): Json {
  return path.reduce<Json>((inner, step) => (inner as Record<string | number, Json>)[step]!, value)
}

function put(value: Json, path: Path, inner: Json): Json {
  const [first, ...others] = path
  if (first === undefined) return inner
  const next = put((value as Record<string | number, Json>)[first]!, others, inner)
  if (Array.isArray(value)) return value.map((one, n) => (n === first ? next : one))
  return withField(value as { [key: string]: Json }, String(first), next)
}

function without(value: Json, path: Path): Json {
  const [first, ...others] = path
  if (others.length > 0) return put(value, [first!], without((value as Record<string | number, Json>)[first!]!, others))
  if (Array.isArray(value)) return value.filter((_, n) => n !== first)
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== first))
}
