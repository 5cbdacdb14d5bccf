/** Stages that mingo 7 answers otherwise than MongoDB documents (docs/platform.md's table), rewritten before it sees them. */
import { Aggregator } from 'mingo/aggregator'
import { type Doc, isPlainObject, type Value } from '../ejson'
import { failed } from '../refusal'
import { mingoOptions } from './context'
import { byMingo } from './query'

/** What a $lookup may read. */
export type OtherCollection = (name: string) => Doc[]

export const stageRemedies: Readonly<Record<string, (docs: Doc[], value: never) => Doc[]>> = {
  $bucket: bucket,
  // mingo counts nothing as one row of 0.
  $count: (docs, field: string) => (docs.length === 0 ? [] : [{ [field]: docs.length }]),
  $group: group,
  $sortByCount: (docs, value: Value) => mingo(group(docs, { _id: value, count: { $sum: 1 } }), '$sort', { count: -1 }),
}

export function mingo(docs: Doc[], name: string, value: Value, other?: OtherCollection): Doc[] {
  const options = { ...mingoOptions, collectionResolver: other }
  return byMingo(() => new Aggregator([{ [name]: value }], options as never).run(docs as never) as Doc[])
}

/** mingo counts a value on a boundary into the bucket below and shows empty ones. */
function bucket(docs: Doc[], { groupBy, boundaries, default: otherwise, output }: Doc): Doc[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2) throw failed('$bucket needs two boundaries or more')
  const branches = boundaries.slice(0, -1).map((from, i) => ({
    case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[i + 1]!] }] },
    // biome-ignore lint/suspicious/noThenProperty: the name MongoDB gives a branch
    then: { $literal: from },
  }))
  const _id = {
    $switch: { branches, ...(otherwise === undefined ? {} : { default: { $literal: otherwise } }) },
  } as unknown as Value
  const fields = (output ?? { count: { $sum: 1 } }) as Doc
  return mingo(group(docs, { ...fields, _id }), '$sort', { _id: 1 })
}

/** mingo pushes null for a missing field, MongoDB skips it; mingo groups objects whatever the order of their keys. */
function group(docs: Doc[], value: Doc): Doc[] {
  if (typeof value._id === 'string' && value._id.startsWith('$'))
    for (const { key } of mingo(docs, '$project', { _id: 0, key: value._id }) as { key?: Value }[])
      if (isPlainObject(key)) throw failed('$group by an object: the order of its keys would decide')
  const marked = Object.fromEntries(Object.entries(value).map(([field, how]) => [field, markingTheMissing(how)]))
  const lists = Object.keys(value).filter((field) => listing(value[field]!))
  const groups = mingo(docs, '$group', marked)
  for (const row of groups)
    for (const field of lists) row[field] = (row[field] as Value[]).filter((item) => item !== MISSING)
  return groups
}

function markingTheMissing(how: Value): Value {
  const name = listing(how)
  if (!name) return how
  const expression = (how as Doc)[name]!
  const isMissing = { $eq: [{ $type: expression }, 'missing'] }
  return { [name]: { $cond: [isMissing, { $literal: MISSING }, expression] } }
}

function listing(how: Value): '$push' | '$addToSet' | null {
  if (!isPlainObject(how)) return null
  return '$push' in how ? '$push' : '$addToSet' in how ? '$addToSet' : null
}

const MISSING = '\u0000missing'
