/**
 * mingo 7 with the platform's operators only: what wx-server-sdk offers and no more, so that nothing works here that
 * would not work there. Operators mingo gets wrong are done in remedies.ts and stages.ts, or refused (docs/platform.md's
 * table). Each name in these lists has its documented example in tools/conformance/cases, or the proof fails.
 */
import { Context, ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { failed } from '../refusal'
import { accumulatorRemedies, expressionRemedies, type Operator } from './remedies'

export const queryOperators = words(
  'eq ne gt gte lt lte in nin and or nor not exists size all elemMatch mod regex options expr',
)

export const projectionOperators = words('slice elemMatch')

export const updateOperators = words('set unset inc mul min max rename push pop pull pullAll addToSet bit')

export const stageNames = words(
  'addFields bucket bucketAuto count group limit lookup match project replaceRoot sample skip sort sortByCount unwind',
)

export const accumulatorNames = words('addToSet avg first last max min push stdDevPop stdDevSamp sum mergeObjects')

export const expressionNames = words(
  `abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc
   arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip
   and not or cmp eq gt gte lt lte ne cond ifNull switch
   dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear
   millisecond minute month second hour week year
   literal mergeObjects objectToArray allElementsTrue anyElementTrue
   setDifference setEquals setIntersection setIsSubset setUnion
   concat indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper let
   avg first last max min stdDevPop stdDevSamp sum`,
)

const context = Context.init({
  query: only(queries, queryOperators) as never,
  projection: only(projections, projectionOperators) as never,
  accumulator: { ...only(accumulators, accumulatorNames), ...remedied(accumulatorRemedies, accumulators) } as never,
  // stages.ts asks for a type; nobody else may.
  expression: {
    ...only(expressions, expressionNames),
    $type: expressions.$type,
    ...remedied(expressionRemedies, expressions),
  } as never,
  // $project and $addFields also look their neighbours up.
  pipeline: only(stages, stageNames) as never,
})

export const mingoOptions = {
  context,
  scriptEnabled: false,
  useStrictMode: true,
  processingMode: ProcessingMode.CLONE_OFF,
}

/** Looked up at every call, so that a test may take one out and see that it is missed. */
function remedied(remedies: Readonly<Record<string, Operator>>, mingo: object): Record<string, Operator> {
  const own = (name: string) => remedies[name] ?? (mingo as Record<string, Operator>)[name]
  return Object.fromEntries(
    Object.keys(remedies).map((name) => [
      name,
      (doc: unknown, operand: unknown, options: never) => {
        const operator = own(name)
        if (!operator) throw failed(`mingo has no ${name}`)
        return operator(doc, operand, options)
      },
    ]),
  )
}

function only(all: object, names: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).map((word) => `$${word}`))
}
