/** What an update operator may meet in a document: mingo does nothing, silently, where MongoDB refuses. */
import { type Doc, isPlainObject, type Value } from '../ejson'
import { failed } from '../refusal'

const creates = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet', '$bit'])
const onNumbers = new Set(['$inc', '$mul', '$bit'])
const onArrays = new Set(['$push', '$addToSet', '$pull', '$pullAll', '$pop'])

export function checkOperands(doc: Doc, operator: string, fields: Doc): void {
  for (const [path, operand] of Object.entries(fields)) {
    const target = valueAt(doc, path, creates.has(operator))
    if (target === 'unknown') continue
    const value = target?.value
    if (onNumbers.has(operator)) {
      if (operator !== '$bit' && typeof operand !== 'number') throw failed(`${operator} on ${path} needs a number`)
      if (value !== undefined && typeof value !== 'number')
        throw failed(`Cannot apply ${operator} to a value of non-numeric type: ${path}`)
    }
    if (onArrays.has(operator) && value !== undefined && !Array.isArray(value))
      throw failed(`The field '${path}' must be an array for ${operator}`)
  }
}

/** The value at a path; 'unknown' where the path goes through `$`. MongoDB creates no field inside a scalar or null. */
function valueAt(doc: Doc, path: string, creating: boolean): { value: Value | undefined } | 'unknown' {
  let value: Value | undefined = doc
  for (const part of path.split('.')) {
    if (part.startsWith('$')) return 'unknown'
    if (value === undefined) return { value: undefined }
    if (Array.isArray(value) && /^\d+$/.test(part)) value = value[Number(part)]
    else if (isPlainObject(value)) value = Object.hasOwn(value, part) ? value[part] : undefined
    else if (creating) throw failed(`Cannot create field '${part}' in element of ${path}`)
    else return { value: undefined }
  }
  return { value }
}
