/**
 * When a function's trigger goes off, by the seven fields of its config.json (second, minute, hour, day, month, weekday,
 * year), in Asia/Shanghai. Documented: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html.
 * Months and weekdays by name are refused here, a day beside a weekday too (there it means either), and what no field can mean.
 */
const EIGHT_HOURS = 8 * 3_600_000

interface Field {
  name: string
  least: number
  most: number
  of(date: Date): number
}

/** `date` is shifted, so that its UTC fields are Shanghai's. */
const fields: readonly Field[] = [
  { name: 'second', least: 0, most: 59, of: (date) => date.getUTCSeconds() },
  { name: 'minute', least: 0, most: 59, of: (date) => date.getUTCMinutes() },
  { name: 'hour', least: 0, most: 23, of: (date) => date.getUTCHours() },
  { name: 'day', least: 1, most: 31, of: (date) => date.getUTCDate() },
  { name: 'month', least: 1, most: 12, of: (date) => date.getUTCMonth() + 1 },
  { name: 'weekday', least: 0, most: 6, of: (date) => date.getUTCDay() },
  { name: 'year', least: 1970, most: 2099, of: (date) => date.getUTCFullYear() },
]

/** Whether it goes off in the second that begins at `at`, in milliseconds. */
export function schedule(config: string): (at: number) => boolean {
  const words = config.trim().split(/\s+/)
  if (words.length !== fields.length) throw new Error(`a trigger has seven fields: ${config}`)
  const [, , , day, , weekday] = words
  if (day !== '*' && weekday !== '*') throw new Error(`a trigger names a day or a weekday here: ${config}`)
  const allowed = words.map((word, n) => valuesOf(word, fields[n]!))
  return (at) => {
    const date = new Date(at + EIGHT_HOURS)
    return fields.every((field, n) => allowed[n]!.has(field.of(date)))
  }
}

function valuesOf(word: string, field: Field): Set<number> {
  return new Set(word.split(',').flatMap((part) => valuesOfPart(part, field)))
}

/** `*`, `7`, `1-5`, and each with a step: from its first value on, to its last or the field's. */
function valuesOfPart(part: string, { name, least, most }: Field): number[] {
  const [, range = '', first = '', last, step] = /^(\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? []
  const from = range === '*' ? least : Number(first)
  const to = range === '*' || (step && last === undefined) ? most : Number(last ?? first)
  if (range === '' || from < least || to > most || from > to || step === '0')
    throw new Error(`the ${name} of a trigger cannot be ${part}`)
  const by = Number(step ?? 1)
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, n) => from + n * by)
}
