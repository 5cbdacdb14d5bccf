/**
 * A conformance case: documents, a question asked through the SDK's own API, and the answer that is documented. The same
 * cases run on the local cloud, on a real environment and on a mongod (targets/). One file a family in cases/.
 */

/** Which operator the case is the documented example of: `query $gt`, `expression $abs`. */
export type Subject =
  `${'query' | 'projection' | 'update' | 'stage' | 'accumulator' | 'expression' | 'value'} ${string}`

export interface Case {
  of: Subject
  /** Where the example, or the sentence that this is an example of, is documented. */
  source: string
  /** What `things` holds before it is asked. */
  documents: readonly object[]
  /** What `others` holds. */
  others?: readonly object[]
  ask(on: On): Promise<unknown>
  answer: unknown
  /** Where the local cloud means to answer otherwise: what, and why. A real server is asked for `answer`. */
  here?: { answer?: unknown; refused?: RegExp; why: string }
}

/** The SDK as the cases use it, on a target's two collections. Its own typings allow callbacks everywhere. */
export interface On {
  db: Db
  things: Collection
  others: Collection
  /** Their names on this target, for $lookup. */
  names: { things: string; others: string }
  _: Command
  $: Expressions
}

export type Row = { _id: string; [field: string]: unknown }
type Operator = (...operands: unknown[]) => unknown

export interface Reading {
  get(): Promise<{ data: Row[] }>
  where(query: unknown): Reading & Writing
  orderBy(field: string, direction: 'asc' | 'desc'): Reading
  skip(n: number): Reading
  limit(n: number): Reading
  field(projection: object): Reading
  count(): Promise<{ total: number }>
}
interface Writing {
  update(change: { data: unknown }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export interface Document extends Writing {
  get(): Promise<{ data: Row }>
  set(doc: { data: unknown }): Promise<{ stats: { updated: number; created: number } }>
}
export interface Collection extends Reading {
  doc(id: string): Document
  add(doc: { data: unknown }): Promise<{ _id?: string; _ids?: string[] }>
  aggregate(): Pipeline
}
type StageWord =
  | ('addFields' | 'bucket' | 'bucketAuto' | 'count' | 'group' | 'limit' | 'lookup' | 'match' | 'project')
  | ('replaceRoot' | 'sample' | 'skip' | 'sort' | 'sortByCount' | 'unwind')
export type Pipeline = { [word in StageWord]: (value: unknown) => Pipeline } & { end(): Promise<{ list: Row[] }> }
export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<void>
  rollback(reason: unknown): Promise<void>
}
export interface Db {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  startTransaction(): Promise<Transaction>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options: string }): unknown
  Geo: { Point: new (longitude: number, latitude: number) => object }
  command: Command & { aggregate: Expressions; project: { [word in 'slice' | 'elemMatch']: Operator } }
}
type QueryWord =
  | ('eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'and' | 'or' | 'nor' | 'not' | 'exists' | 'size')
  | ('all' | 'elemMatch' | 'mod' | 'expr' | 'geoNear' | 'geoWithin' | 'geoIntersects')
type UpdateWord =
  | ('set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename' | 'push' | 'unshift' | 'pop' | 'shift' | 'pull')
  | ('pullAll' | 'addToSet' | 'bit')
export type Command = { [word in QueryWord]: (operand?: unknown) => Logic } & { [word in UpdateWord]: Operator } & {
  project: { [word in 'slice' | 'elemMatch']: Operator }
}
/** A condition that another may be joined to: `_.gt(2).and(_.lt(5))`. */
interface Logic {
  and(other: unknown): object
}
type ExpressionWord =
  | ('abs' | 'add' | 'ceil' | 'divide' | 'exp' | 'floor' | 'ln' | 'log' | 'log10' | 'mod' | 'multiply' | 'pow' | 'sqrt')
  | ('subtract' | 'trunc' | 'arrayElemAt' | 'arrayToObject' | 'concatArrays' | 'filter' | 'in' | 'indexOfArray')
  | ('isArray' | 'map' | 'range' | 'reduce' | 'reverseArray' | 'size' | 'slice' | 'zip' | 'and' | 'not' | 'or' | 'cmp')
  | ('eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'neq' | 'cond' | 'ifNull' | 'switch' | 'dateFromParts' | 'dateFromString')
  | ('dateToString' | 'dayOfMonth' | 'dayOfWeek' | 'dayOfYear' | 'isoDayOfWeek' | 'isoWeek' | 'isoWeekYear')
  | ('millisecond' | 'minute' | 'month' | 'second' | 'hour' | 'week' | 'year' | 'literal' | 'mergeObjects')
  | ('objectToArray' | 'allElementsTrue' | 'anyElementTrue' | 'setDifference' | 'setEquals' | 'setIntersection')
  | ('setIsSubset' | 'setUnion' | 'concat' | 'indexOfBytes' | 'indexOfCP' | 'split' | 'strLenBytes' | 'strLenCP')
  | ('strcasecmp' | 'substr' | 'substrBytes' | 'substrCP' | 'toLower' | 'toUpper' | 'addToSet' | 'avg' | 'first')
  | ('last' | 'max' | 'min' | 'push' | 'stdDevPop' | 'stdDevSamp' | 'sum' | 'let')
export type Expressions = { [word in ExpressionWord]: Operator }

const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator'

/** The ids, in their order, of the documents that a query finds. */
export function query(name: string, documents: object[], where: (on: On) => unknown, answer: string[]): Case {
  return {
    of: `query ${name}`,
    source: `${MANUAL}/query/${name.slice(1)}/`,
    documents,
    ask: async ({ things, ...on }) =>
      idsOf(
        (
          await things
            .where(where({ things, ...on }))
            .orderBy('_id', 'asc')
            .get()
        ).data,
      ),
    answer,
  }
}

/** What an update makes of one document, its id aside. */
export function update(name: string, before: object, change: (on: On) => unknown, answer: object): Case {
  return {
    of: `update ${name}`,
    source: `${MANUAL}/update/${name.slice(1)}/`,
    documents: [{ _id: 'a', ...before }],
    async ask(on) {
      await on.things.doc('a').update({ data: change(on) })
      const { _id, ...after } = (await on.things.doc('a').get()).data
      return after
    },
    answer,
  }
}

/** An expression's value for each document, in the order of their ids; MISSING where it has none. */
export function expression(name: string, inputs: object[], value: (on: On) => unknown, answer: unknown[]): Case {
  return {
    of: `expression ${name}`,
    source: `${MANUAL}/aggregation/${name.slice(1)}/`,
    documents: inputs.map((input, n) => ({ _id: String(n).padStart(2, '0'), ...input })),
    async ask(on) {
      const { list } = await on.things
        .aggregate()
        .sort({ _id: 1 })
        .project({ value: value(on) })
        .limit(100)
        .end()
      return list.map((row) => ('value' in row ? row.value : MISSING))
    },
    answer,
  }
}

export const MISSING = 'there is no such field'

/** A pipeline's rows. */
export function stage(
  name: string,
  documents: object[],
  pipeline: (of: Pipeline, on: On) => Pipeline,
  answer: object[],
  others?: object[],
): Case {
  return {
    of: `stage ${name}`,
    source: `${MANUAL}/aggregation/${name.slice(1)}/`,
    documents,
    ...(others && { others }),
    ask: async (on) => (await pipeline(on.things.aggregate(), on).end()).list,
    answer,
  }
}

/** One accumulator over groups of `item`, which the documents have, in the order of the groups. */
export function accumulator(name: string, documents: object[], how: (on: On) => unknown, answer: unknown[]): Case {
  return {
    of: `accumulator ${name}`,
    source: `${MANUAL}/aggregation/${name.slice(1)}/`,
    documents: documents.map((input, n) => ({ _id: String(n).padStart(2, '0'), ...input })),
    async ask(on) {
      const grouped = on.things
        .aggregate()
        .sort({ _id: 1 })
        .group({ _id: '$item', value: how(on) })
      return (await grouped.sort({ _id: 1 }).end()).list.map(({ value }) => value)
    },
    answer,
  }
}

export const idsOf = (rows: readonly { _id: string }[]): string[] => rows.map(({ _id }) => _id)
