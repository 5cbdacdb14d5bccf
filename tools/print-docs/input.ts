/** What a call sends, as short as it can be read: names and shapes; bounds are the contract's. */
import * as z from 'zod/mini'

interface Schema {
  type?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** `{ roundId, changes: [{ itemId, mark, note? }] }`; an optional field has a question mark. */
export function inputInWords(schema: z.ZodMiniType): string {
  return shapeInWords(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema)
}

function objectInWords({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const shape = shapeInWords(schema)
    return `${name}${required.includes(name) ? '' : '?'}${shape ? `: ${shape}` : ''}`
  })
  if (typeof additionalProperties === 'object') fields.push(`[id]: ${shapeInWords(additionalProperties) || 'value'}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** Nothing where the name says enough: a text, a number, a yes or no. */
function shapeInWords(schema: Schema): string {
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) {
    const shapes = ways.filter(({ type }) => type !== 'null').map(shapeInWords)
    return shapes.every((shape) => shape === '') ? '' : [...new Set(shapes)].join(' / ')
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' / ')
  if (schema.items) return `[${shapeInWords(schema.items) || '…'}]`
  return schema.type === 'object' ? objectInWords(schema) : ''
}
