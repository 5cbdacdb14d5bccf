/**
 * Expressions and accumulators that mingo 7 answers otherwise than MongoDB documents (docs/platform.md's table), done
 * here; `npm run conformance` has the documented example of each, and notices when one of these is taken out.
 */
import { evalExpr } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import { compare } from 'mingo/util'
import { isPlainObject } from '../ejson'
import { failed } from '../refusal'

/** As mingo calls it: the document (or, for an accumulator, the group's documents), the operand, its options. */
export type Operator = (doc: unknown, operand: unknown, options: never) => unknown

export const expressionRemedies: Readonly<Record<string, Operator>> = {
  $switch: strictSwitch,
  $trunc: truncate,
  // mingo finds no order between values of different types; MongoDB has one, in which a missing field is the smallest.
  $gt: ordered('$gt', (order) => order > 0),
  $gte: ordered('$gte', (order) => order >= 0),
  $lt: ordered('$lt', (order) => order < 0),
  $lte: ordered('$lte', (order) => order <= 0),
  $cmp: ordered('$cmp', Math.sign),
  // A missing field equals null in a query, and not in an expression; in mingo in both.
  $eq: equal('$eq', true),
  $ne: equal('$ne', false),
  // mingo counts UTF-16 units and calls them bytes; it has no $indexOfCP.
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text, 'utf8')]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $substr: substring,
  $toLower: emptyForNull('$toLower'),
  $toUpper: emptyForNull('$toUpper'),
  $dateFromParts: inFixedZone('$dateFromParts'),
  $dateFromString: inFixedZone('$dateFromString'),
  $isoWeekYear: isoWeekYear,
  ...Object.fromEntries(
    ['$year', '$month', '$week', '$hour', '$minute', '$second', '$millisecond', '$dayOfYear', '$dayOfMonth']
      .concat('$dayOfWeek', '$isoDayOfWeek', '$isoWeek')
      .map((name) => [name, nullOfNull(name)]),
  ),
}

export const accumulatorRemedies: Readonly<Record<string, Operator>> = {
  $stdDevPop: nullForNaN('$stdDevPop'),
  $stdDevSamp: nullForNaN('$stdDevSamp'),
}

/** MongoDB fails where no branch matches and no default is given; mingo answers null. */
function strictSwitch(doc: unknown, operand: unknown, options: never): unknown {
  const branches = operand as { default?: unknown }
  if ('default' in branches) return original('$switch')(doc, branches, options)
  const found = original('$switch')(doc, { ...branches, default: { $literal: NO_BRANCH } }, options)
  if (found === NO_BRANCH) throw failed('$switch: no branch matched and no default was given')
  return found
}

const NO_BRANCH = '\u0000no branch'

/** MongoDB allows `$trunc: x`, mingo wants [x, places]. */
function truncate(doc: unknown, operand: unknown, options: never): unknown {
  const places = Array.isArray(operand) ? [operand[0], operand[1] ?? 0] : [operand, 0]
  return original('$trunc')(doc, places, options)
}

function ordered(name: string, says: (order: number) => unknown): Operator {
  return (doc, operand, options) => {
    const [a, b] = pairOf(name, doc, operand, options)
    return says(compare(a, b))
  }
}

function equal(name: string, when: boolean): Operator {
  return (doc, operand, options) => {
    const [a, b] = pairOf(name, doc, operand, options)
    if ((a === undefined) !== (b === undefined)) return !when
    return original(name)(doc, [asLiteral(a), asLiteral(b)], options)
  }
}

/** The order of keys counts on MongoDB and does not in mingo. */
function pairOf(name: string, doc: unknown, operand: unknown, options: never): [unknown, unknown] {
  if (!Array.isArray(operand) || operand.length !== 2) throw failed(`${name} takes two values`)
  const pair = operand.map((side) => evalExpr(doc, side, options)) as [unknown, unknown]
  if (pair.some((side) => isPlainObject(side) && Object.keys(side).length > 1))
    throw failed(`${name}: compare single fields, not objects (the order of their keys would decide)`)
  return pair
}

function indexOf<Unit>(name: string, unitsOf: (text: string) => Unit[]): Operator {
  return (doc, operand, options) => {
    const [text, wanted, from = 0, to] = evalExpr(doc, operand, options) as [unknown, unknown, number?, number?]
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof wanted !== 'string') throw failed(`${name} looks for a text in a text`)
    if (![from, to ?? 0].every((at) => Number.isInteger(at) && at >= 0)) throw failed(`${name} counts from 0`)
    const [within, sought] = [unitsOf(text), unitsOf(wanted)]
    const last = Math.min(to ?? within.length, within.length) - sought.length
    for (let at = from; at <= last; at++) if (sought.every((unit, n) => within[at + n] === unit)) return at
    return -1
  }
}

/** $substr is $substrBytes whose length may be negative: then the rest. */
function substring(doc: unknown, operand: unknown, options: never): unknown {
  const [text, from, count] = evalExpr(doc, operand, options) as [unknown, number, number]
  const bytes = Buffer.byteLength(String(text ?? ''))
  const literal = [text ?? '', from, count < 0 || from + count > bytes ? Math.max(bytes - from, 0) : count]
  return original('$substrBytes')(doc, literal.map(asLiteral), options)
}

function emptyForNull(name: string): Operator {
  return (doc, operand, options) => original(name)(doc, operand, options) ?? ''
}

function nullOfNull(name: string): Operator {
  return (doc, operand, options) => {
    const date = isPlainObject(operand) && 'date' in operand ? operand.date : operand
    const value = evalExpr(doc, Array.isArray(date) ? date[0] : date, options)
    return value === null || value === undefined ? null : original(name)(doc, operand, options)
  }
}

/** mingo takes a zone's distance of today for that of the date, and reads no ISO weeks. */
function inFixedZone(name: string): Operator {
  return (doc, operand, options) => {
    if (isPlainObject(operand) && 'isoWeekYear' in operand) throw failed(`${name}: no ISO weeks here`)
    const zone = isPlainObject(operand) ? evalExpr(doc, operand.timezone, options) : undefined
    if (typeof zone === 'string' && !/^([+-]\d\d(:?\d\d)?|UTC|GMT|Asia\/Shanghai)$/.test(zone))
      throw failed(`${name}: the zone ${zone} may have summer time; only a distance or Asia/Shanghai here`)
    return original(name)(doc, operand, options)
  }
}

/** The year of the week's Thursday: mingo says 2016 of 1 January 2016, a Friday of week 53. */
function isoWeekYear(doc: unknown, operand: unknown, options: never): unknown {
  const [year, month, week] = ['$year', '$month', '$isoWeek'].map((name) =>
    expressionRemedies[name]!(doc, operand, options),
  ) as [number | null, number, number]
  if (year === null) return null
  if (month === 1 && week >= 52) return year - 1
  return month === 12 && week === 1 ? year + 1 : year
}

/** Of too few values: MongoDB says null. */
function nullForNaN(name: string): Operator {
  return (docs, operand, options) => {
    const value = (accumulators as unknown as Record<string, Operator>)[name]!(docs, operand, options)
    return Number.isNaN(value) ? null : value
  }
}

const asLiteral = (value: unknown) => ({ $literal: value })

function original(name: string): Operator {
  return (expressions as unknown as Record<string, Operator>)[name]!
}
