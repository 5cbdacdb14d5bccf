/** Aggregates, stage by stage: only what the platform has, and what mingo gets wrong by stages.ts. */
import { type Doc, isPlainObject, type Value } from '../ejson'
import { failed, invalid } from '../refusal'
import { accumulatorNames, stageNames } from './context'
import { checkExpression, unknownOperator } from './expression'
import { checkQuery } from './query'
import { mingo, type OtherCollection, stageRemedies } from './stages'

export interface Stage {
  name: string
  value: Value
}

export function runPipeline(docs: Doc[], stages: Stage[], other: OtherCollection): Doc[] {
  for (const stage of stages) checkStage(stage)
  return stages.reduce((rows, stage) => runStage(rows, stage, other), docs)
}

function runStage(docs: Doc[], { name, value }: Stage, other: OtherCollection): Doc[] {
  const remedy = stageRemedies[name]
  return remedy ? remedy(docs, value as never) : mingo(docs, name, value, other)
}

function checkStage({ name, value }: Stage): void {
  if (!stageNames.has(name)) throw unknownOperator(name)
  if (name === '$match') checkQuery(value as Doc)
  else if (name === '$limit') checkLimit(value)
  else if (name === '$group') checkGroup(value)
  else if (name === '$bucket' || name === '$bucketAuto') checkBuckets(value)
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

function checkBuckets(value: Value): void {
  if (!isPlainObject(value)) throw failed('buckets are described by an object')
  const { output = {}, ...how } = value
  checkExpression(how)
  for (const [field, accumulator] of Object.entries(output as Doc)) checkAccumulator(field, accumulator)
}

/** What is inside runs in mingo alone, where nothing is rewritten. */
function checkLookup({ pipeline, let: variables = {} }: Doc): void {
  checkExpression(variables)
  if (!Array.isArray(pipeline)) return
  for (const stage of pipeline)
    for (const [name, value] of Object.entries(stage as Doc)) {
      checkStage({ name, value })
      if (Object.hasOwn(stageRemedies, name)) throw failed(`${name} inside $lookup: put it after the $lookup`)
    }
}

function checkAccumulator(field: string, how: Value): void {
  const names = isPlainObject(how) ? Object.keys(how) : []
  if (names.length !== 1) throw failed(`The field '${field}' must be an accumulator object`)
  if (!accumulatorNames.has(names[0]!)) throw unknownOperator(names[0]!)
  checkExpression((how as Doc)[names[0]!]!)
}
