/** Queries: refuse what the platform lacks or mingo gets wrong, then let mingo decide. */
import { Query } from 'mingo/query'
import { type Doc, isPlainObject, type Value } from '../ejson'
import { failed, Refusal } from '../refusal'
import { mingoOptions, projectionOperators, queryOperators } from './context'
import { checkExpression, unknownOperator } from './expression'

export interface Matcher {
  matches(doc: Doc): boolean
}

export function matcher(query: Doc): Matcher {
  checkQuery(query)
  let compiled: Query | null = null
  return {
    matches: (doc) =>
      byMingo(() => {
        compiled ??= new Query(query as never, mingoOptions)
        return compiled.test(doc as never)
      }),
  }
}

/** Sorts and projects what was found. */
export function arrange(docs: Doc[], sort: Doc | null, skip: number, limit: number, projection: Doc | null): Doc[] {
  if (projection) checkProjection(projection)
  return byMingo(() => {
    const cursor = new Query({}, mingoOptions).find<Doc>(docs, (projection ?? {}) as never)
    if (sort) cursor.sort(sort as never)
    return cursor.skip(skip).limit(limit).all()
  })
}

/** mingo's own complaints become the platform's. */
export function byMingo<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw failed((error as Error).message)
  }
}

export function checkQuery(query: Doc): void {
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$expr') {
      checkExpression(condition)
      continue
    }
    if (name.startsWith('$')) {
      if (!queryOperators.has(name)) throw unknownOperator(name)
      if (!Array.isArray(condition)) throw failed(`${name} needs a list`)
      for (const part of condition) checkQuery(part as Doc)
    } else checkCondition(name, condition)
  }
}

function checkCondition(field: string, condition: Value): void {
  if (!isPlainObject(condition)) return
  const operators = Object.keys(condition).filter((name) => name.startsWith('$'))
  if (operators.length === 0) refuseObject(field, condition)
  if (operators.length !== Object.keys(condition).length && operators.length > 0)
    throw failed(`${field} mixes operators and fields`)
  for (const name of operators) {
    if (!queryOperators.has(name)) throw unknownOperator(name)
    const operand = condition[name]!
    if (name === '$not') checkCondition(field, operand)
    if (name === '$elemMatch' && isPlainObject(operand)) checkElement(field, operand)
    if (name === '$eq' || name === '$ne') refuseObject(field, operand)
    if (name === '$in' || name === '$nin' || name === '$all') {
      if (!Array.isArray(operand)) throw failed(`${name} on ${field} needs a list`)
      for (const item of operand)
        if (name === '$all' && isPlainObject(item)) checkCondition(field, item)
        else refuseObject(field, item)
    }
  }
}

/** What an element of a list must be like: a condition on it, or on its fields. */
export function checkElement(field: string, query: Doc): void {
  if (Object.keys(query).some((name) => name.startsWith('$') && !['$and', '$or', '$nor'].includes(name)))
    checkCondition(field, query)
  else checkQuery(query)
}

/** The order of keys counts on MongoDB and does not in mingo: an answer would differ, so there is none. */
function refuseObject(field: string, value: Value): void {
  if (isPlainObject(value) && Object.keys(value).length > 1)
    throw failed(`${field}: compare single fields, not objects (the order of their keys would decide)`)
}

function checkProjection(projection: Doc): void {
  for (const value of Object.values(projection))
    for (const name of isPlainObject(value) ? Object.keys(value) : [])
      if (name.startsWith('$') && !projectionOperators.has(name)) throw unknownOperator(name)
  const kinds = new Set(
    Object.entries(projection)
      .filter(([field, value]) => field !== '_id' && typeof value === 'number')
      .map(([, value]) => value),
  )
  if (kinds.size > 1) throw failed('a projection either includes or excludes fields (only _id may differ)')
}
