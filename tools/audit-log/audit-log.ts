/** The command line of audit-log: a round's audit lines as they were exported, against the head that its snapshot holds. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { auditHead } from '../../src/domain/audit-chain'
import { oneLine } from '../../src/domain/refusal'
import type { Print } from '../recompute/recompute'
import { EXIT, messageOf } from '../recompute/recompute-file'

export const USAGE = 'usage: npm run -s audit-log -- LINES UNTIL COUNT HEAD (the snapshot’s audits: until, count, head)'

const lineShape = z.looseObject({ _id: z.string(), at: z.number() })

/**
 * LINES: a JSON array, or one object a line, as the database's console exports the collection. Exit 0: these are the lines
 * that were sealed; 4: they are not; 2: the file is refused, or the command was not understood.
 */
export function auditLog(args: readonly string[], print: Print): number {
  const [file, until, count, head] = args
  if (args.length !== 4 || !Number.isInteger(Number(until)) || !Number.isInteger(Number(count))) return refuse(USAGE)
  let lines: z.infer<typeof lineShape>[]
  try {
    lines = parsed(readFileSync(file!, 'utf8'))
  } catch (error) {
    return refuse(`${file}: cannot be read: ${messageOf(error)}`)
  }
  const found = auditHead(lines, Number(until))
  print.out(`${JSON.stringify(found)}\n`)
  if (found.count === Number(count) && found.head === head) return EXIT.done
  print.err(oneLine(`${file}: ${found.count} lines that come to ${found.head}, not ${count} that come to ${head}`))
  return EXIT.otherDigest

  function refuse(line: string): number {
    print.err(oneLine(line))
    return EXIT.refused
  }
}

function parsed(text: string): z.infer<typeof lineShape>[] {
  const isArray = text.trimStart().startsWith('[')
  const values: unknown = isArray
    ? JSON.parse(text)
    : text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
  return z.array(lineShape).parse(values)
}
