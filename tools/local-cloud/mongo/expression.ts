/** Expressions name only what the platform has; what is inside $literal is data. */
import { isPlainObject, type Value } from '../ejson'
import { Refusal } from '../refusal'
import { expressionNames } from './context'

export function checkExpression(value: Value): void {
  if (Array.isArray(value)) for (const item of value) checkExpression(item)
  if (!isPlainObject(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (name === '$literal') continue
    if (name.startsWith('$') && !expressionNames.has(name)) throw unknownOperator(name)
    checkExpression(inner)
  }
}

export function unknownOperator(name: string): Refusal {
  return new Refusal('DATABASE_INVALID_OPERRATOR', `the local cloud has no operator ${name}`)
}
