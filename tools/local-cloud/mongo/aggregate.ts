/**
 * Aggregates, stage by stage: some stages are rewritten or checked because mingo answers otherwise than MongoDB
 * (docs/platform.md's table), the rest runs as it is.
 */
import { Aggregator } from 'mingo/aggregator'
import { type Doc, isPlainObject, type Value } from '../ejson'
import { failed, invalid } from '../refusal'
import { isAccumulator, isExpression, mingoOptions, stageNames } from './context'
import { byMingo, checkQuery, unknownOperator } from './query'

export interface Stage {
  name: string
  value: Value
}

/** What a $lookup may read. */
export type OtherCollection = (name: string) => Doc[]

export function runPipeline(docs: Doc[], stages: Stage[], other: OtherCollection): Doc[] {
  for (const stage of stages) checkStage(stage)
  return stages.reduce((rows, stage) => runStage(rows, stage, other), docs)
}

function runStage(docs: Doc[], { name, value }: Stage, other: OtherCollection): Doc[] {
  if (name === '$bucket') return bucket(docs, value as Doc, other)
  if (name === '$count') return docs.length === 0 ? [] : [{ [value as string]: docs.length }]
  if (name === '$group') return group(docs, value as Doc)
  if (name === '$sortByCount')
    return runPipeline(
      docs,
      [
        { name: '$group', value: { _id: value, count: { $sum: 1 } } },
        { name: '$sort', value: { count: -1 } },
      ],
      other,
    )
  return mingo(docs, name, value, other)
}

function mingo(docs: Doc[], name: string, value: Value, other?: OtherCollection): Doc[] {
  const options = { ...mingoOptions, collectionResolver: other }
  return byMingo(() => new Aggregator([{ [name]: value }], options as never).run(docs as never) as Doc[])
}

/** mingo counts a value on a boundary into the bucket below and shows empty ones. */
function bucket(docs: Doc[], { groupBy, boundaries, default: otherwise, output }: Doc, other: OtherCollection): Doc[] {
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
  return runPipeline(
    docs,
    [
      { name: '$group', value: { ...fields, _id } },
      { name: '$sort', value: { _id: 1 } },
    ],
    other,
  )
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

function checkStage({ name, value }: Stage): void {
  if (!stageNames.has(name)) throw unknownOperator(name)
  if (name === '$match') checkQuery(value as Doc)
  else if (name === '$limit') checkLimit(value)
  else if (name === '$group') checkGroup(value)
  else if (name === '$lookup') checkLookup(value as Doc)
  else checkExpression(value)
}

function checkLimit(value: Value): void {
  if (!Number.isInteger(value) || (value as number) < 1) throw invalid('$limit is at least 1')
}

function checkGroup(value: Value): void {
  if (!isPlainObject(value) || !('_id' in value)) throw failed('a group specification must include an _id')
  for (const [field, how] of Object.entries(value)) if (field !== '_id') checkAccumulator(field, how)
  checkExpression(value._id!)
}

function checkLookup({ pipeline }: Doc): void {
  if (!Array.isArray(pipeline)) return
  for (const stage of pipeline) for (const [name, value] of Object.entries(stage as Doc)) checkStage({ name, value })
}

function checkAccumulator(field: string, how: Value): void {
  const names = isPlainObject(how) ? Object.keys(how) : []
  if (names.length !== 1) throw failed(`The field '${field}' must be an accumulator object`)
  if (!isAccumulator(names[0]!)) throw unknownOperator(names[0]!)
  checkExpression((how as Doc)[names[0]!]!)
}

function checkExpression(value: Value): void {
  if (Array.isArray(value)) for (const item of value) checkExpression(item)
  if (!isPlainObject(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (name === '$literal') continue
    if (name.startsWith('$') && !isExpression(name) && !isAccumulator(name)) throw unknownOperator(name)
    checkExpression(inner)
  }
}
