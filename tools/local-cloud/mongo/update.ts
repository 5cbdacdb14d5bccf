/** Updates: mingo changes the document, after the checks it leaves out (docs/platform.md's table: silent no-ops). */
import { update } from 'mingo/updater'
import { type Doc, isPlainObject, type Value } from '../ejson'
import { damaging, invalid } from '../refusal'
import { mingoOptions, updateOperators } from './context'
import { unknownOperator } from './expression'
import { checkOperands } from './operands'
import { byMingo, checkElement } from './query'

/** Changes `doc` in place; true when something changed. `query` resolves the positional `$`. */
export function applyUpdate(doc: Doc, change: Doc, query: Doc): boolean {
  for (const [operator, fields] of Object.entries(change)) checkOperands(doc, operator, fields as Doc)
  return byMingo(
    () =>
      update(doc as never, change as never, undefined, query as never, {
        cloneMode: 'deep',
        queryOptions: mingoOptions,
      }).length > 0,
  )
}

/** What holds for every document: known operators, no damage on the way in. */
export function checkUpdate(change: Doc): void {
  if (Object.keys(change).length === 0)
    throw damaging('an update without any change: every value was undefined or an empty object')
  for (const [operator, fields] of Object.entries(change)) {
    if (!operator.startsWith('$')) throw invalid(`update needs operators, got the field ${operator}`)
    if (!updateOperators.has(operator)) throw unknownOperator(operator)
    if (!isPlainObject(fields) || Object.keys(fields).length === 0) throw invalid(`${operator} names no field`)
    for (const [path, value] of Object.entries(fields)) {
      if (path === '_id' || path.startsWith('_id.')) throw invalid('_id cannot be changed')
      if (path.split('.').some((part) => part === '' || part === '__proto__')) throw invalid(`the path '${path}'`)
      if (operator === '$pull' && isPlainObject(value)) checkElement(path, value)
      checkStorable(withoutModifiers(operator, value), path)
    }
  }
}

/** Keys that no query would find again, and bytes that arrive as an object: refused where the platform stores them. */
export function checkStorable(value: Value, path = ''): void {
  if (Array.isArray(value)) for (const item of value) checkStorable(item, path)
  if (!isPlainObject(value)) return
  if (value.type === 'Buffer' && Array.isArray(value.data))
    throw damaging(`${path || 'a field'} is a Buffer and would be stored as a list of numbers`)
  for (const [name, inner] of Object.entries(value)) {
    if (name === '' || name.startsWith('$') || name.includes('.'))
      throw damaging(`the field name '${name}' (empty, with a dot, or beginning with $)`)
    checkStorable(inner, path ? `${path}.${name}` : name)
  }
}

const MODIFIERS = new Set(['$each', '$position', '$sort', '$slice'])

function withoutModifiers(operator: string, value: Value): Value {
  if (operator === '$pull' || operator === '$bit') return null
  if (!isPlainObject(value) || !Object.keys(value).some((name) => MODIFIERS.has(name))) return value
  const stranger = Object.keys(value).find((name) => !MODIFIERS.has(name))
  if (stranger) throw unknownOperator(stranger)
  return value.$each ?? null
}
