/**
 * mingo 7 with the platform's operators only: what wx-server-sdk offers and no more, so that nothing works here that
 * would not work there. Operators mingo gets wrong are replaced here or rewritten before it sees them (docs/platform.md's
 * table; each row has its test in tests/local-cloud/mingo-differences.test.ts).
 */
import { Context, OpType, ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { failed } from '../refusal'

export const queryOperators = words(
  'eq ne gt gte lt lte in nin and or nor not exists type size all elemMatch mod regex options expr',
)

export const updateOperators = words('set unset inc mul min max rename push pop pull pullAll addToSet bit')

export const stageNames = words(
  'addFields bucket bucketAuto count group limit lookup match project replaceRoot sample skip sort sortByCount unwind',
)

const accumulatorNames = words('addToSet avg first last max min push stdDevPop stdDevSamp sum mergeObjects')

const expressionNames = words(
  `abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc round
   arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip
   and not or cmp eq gt gte lt lte ne cond ifNull switch
   dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear
   millisecond minute month second hour week year
   literal mergeObjects objectToArray allElementsTrue anyElementTrue
   setDifference setEquals setIntersection setIsSubset setUnion
   concat indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper let
   avg first last max min stdDevPop stdDevSamp sum
   type toString toInt toDouble toLong toBool toDate convert`,
)

type Operator = (...args: never[]) => unknown

const context = Context.init({
  query: only(queries, queryOperators) as never,
  projection: only(projections, words('slice elemMatch')) as never,
  accumulator: only(accumulators, accumulatorNames) as never,
  expression: { ...only(expressions, expressionNames), $switch: strictSwitch, $trunc: truncate } as never,
  // $project and $addFields also look their neighbours up.
  pipeline: only(stages, stageNames) as never,
})

export const mingoOptions = {
  context,
  scriptEnabled: false,
  useStrictMode: true,
  processingMode: ProcessingMode.CLONE_OFF,
}

/** MongoDB fails where no branch matches and no default is given; mingo answers null. */
function strictSwitch(doc: unknown, expression: { default?: unknown }, options: never): unknown {
  if ('default' in expression) return original('$switch')(doc as never, expression as never, options)
  const nothing = { $literal: NO_BRANCH }
  const found = original('$switch')(doc as never, { ...expression, default: nothing } as never, options)
  if (found === NO_BRANCH) throw failed('$switch: no branch matched and no default was given')
  return found
}

const NO_BRANCH = '\u0000no branch'

/** MongoDB allows `$trunc: x`, mingo wants [x, places]. */
function truncate(doc: unknown, expression: unknown, options: never): unknown {
  const places = Array.isArray(expression) ? [expression[0], expression[1] ?? 0] : [expression, 0]
  return original('$trunc')(doc as never, places as never, options)
}

function original(name: '$switch' | '$trunc'): Operator {
  return (expressions as unknown as Record<string, Operator>)[name]!
}

export function isAccumulator(name: string): boolean {
  return context.getOperator(OpType.ACCUMULATOR, name) !== null
}

export function isExpression(name: string): boolean {
  return context.getOperator(OpType.EXPRESSION, name) !== null
}

function only(all: object, names: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).map((word) => `$${word}`))
}
