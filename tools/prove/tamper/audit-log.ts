/** The audit's lines changed, cut, added and swapped, one at a time, against the head that was sealed. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { AuditDoc } from '../../../cloudfunctions/common/documents'
import { type AuditHead, isSameAudit } from '../../../src/domain/audit-chain'
import { holds } from '../proof'

/** Each `every`th line in each way; each `whole`th of those by the product's own check. Answers how many were seen. */
export function seenInLog(
  lines: readonly AuditDoc[],
  sealed: AuditHead,
  { every, whole }: { every: number; whole: number },
): { tampered: number; checked: number } {
  holds(isSameAudit(lines, sealed), 'the unchanged log is not the one that was sealed')
  holds(isSameAudit([...lines].reverse(), sealed), 'the order in which lines are listed is taken for a change')
  const inOrder = lines.filter(({ at }) => at <= sealed.until).sort(byTime)
  const later = lines.filter(({ at }) => at > sealed.until)
  holds(later.length > 0, 'no line came after the head')
  holds(isSameAudit(inOrder, sealed), 'a log that ends at the head is taken for another')
  holds(headOf(inOrder) === sealed.head && inOrder.length === sealed.count, 'the chain made here is another one')

  let [tampered, checked] = [0, 0]
  for (let n = 0; n < inOrder.length; n += every)
    for (const [how, changed] of tamperings(inOrder, n)) {
      holds(headOf([...changed].sort(byTime)) !== sealed.head, `line ${n} ${how} is not seen`)
      if (tampered++ % whole !== 0) continue
      holds(!isSameAudit([...changed, ...later], sealed), `line ${n} ${how} is not seen by the check`)
      checked++
    }
  return { tampered, checked }
}

function* tamperings(lines: readonly AuditDoc[], n: number): Generator<[string, AuditDoc[]]> {
  const line = lines[n]!
  const other = lines[(n + 1) % lines.length]!
  const fields = Object.keys(line) as (keyof AuditDoc)[]
  const field = fields[n % fields.length]!
  const changed = { ...line, [field]: otherThan(line[field]) }
  yield [`changed in ${field}`, lines.map((one) => (one === line ? changed : one))]
  yield ['cut', lines.filter((one) => one !== line)]
  yield ['written again', [...lines, { ...line, _id: `${line._id}-again` }]]
  // What the one did is said of the other: ids and times stay where they were.
  const { _id, at } = line
  const swapped = lines.map((one) =>
    one === line ? { ...other, _id, at } : one === other ? { ...line, _id: other._id, at: other.at } : one,
  )
  yield ['swapped with the next', swapped]
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  return typeof value === 'string' ? `${value}0` : { instead: true }
}

/** docs/data.md once more, written apart from src/domain. */
function headOf(lines: readonly AuditDoc[]): string | null {
  return lines.reduce<string | null>((former, line) => {
    const text = `{"former":${JSON.stringify(former)},"line":${textOf(line)}}`
    return `sha256:${createHash('sha256').update(text).digest('hex')}`
  }, null)
}

const texts = new WeakMap<AuditDoc, string>()
function textOf(line: AuditDoc): string {
  const text = texts.get(line) ?? canonicalize(line)!
  texts.set(line, text)
  return text
}

function byTime(a: AuditDoc, b: AuditDoc): number {
  return a.at - b.at || (a._id < b._id ? -1 : 1)
}
