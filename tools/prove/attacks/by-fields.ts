/** What a response carries beside its answers: an id that tells a time, a time, a count of changes. */
import { createHash } from 'node:crypto'
import { type Attack, type Claim, inOrder } from './claims'
import type { Evidence } from './evidence'
import { responseRows } from './lists'
import { callers, isAccount, type Known } from './people'

export const byFields: Attack[] = [
  {
    name: 'ids made of accounts or of times',
    control: 'weakened store',
    of: isAccount,
    claims(evidence, known) {
      const rows = responseRows(evidence)
      const texts = new Map(rows.map(({ row, text }) => [row.id, text]))
      const hashed: Claim = new Map(
        known.openids.flatMap((openid) =>
          ['sha256', 'sha1', 'md5'].flatMap((name) => {
            const text = texts.get(createHash(name).update(openid).digest('hex'))
            return text === undefined ? [] : [[openid, text] as const]
          }),
        ),
      )
      // The first 8 digits of an id as MongoDB makes them are its second.
      const timed = rows
        .map(({ row, text }) => ({ at: Number.parseInt(row.id.slice(0, 8), 16) * 1000, text, id: row.id }))
        .filter(({ at }) => isWithinTheCalls(at, known))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
      const { last, first } = callers(known)
      const list = timed.map(({ text }) => text)
      return [hashed, ...inOrder(last, list), ...inOrder(first, list)]
    },
  },
  {
    name: 'times beside a response',
    control: 'weakened store',
    claims(evidence, known) {
      const dated = rowsWithTimes(evidence, known)
      const nearest: Claim = new Map(
        known.calls.flatMap(({ subject, at }) => {
          const best = dated.reduce<(typeof dated)[number] | null>(
            (found, one) => (found && Math.abs(found.at - at) <= Math.abs(one.at - at) ? found : one),
            null,
          )
          return best ? [[subject, best.text] as const] : []
        }),
      )
      return [nearest]
    },
  },
  {
    name: 'revisions against who answered twice',
    control: 'weakened store',
    of: (subject, { calls }) => calls.filter((call) => call.subject === subject).length > 1,
    claims(evidence, known) {
      const again = new Set(known.calls.filter(isNotFirst).map(({ subject }) => subject))
      const twice = callers(known).last.filter((subject) => again.has(subject))
      const changed = responseRows(evidence)
        .filter(({ row }) => Object.entries(row.doc).some(([name, value]) => name !== 'answers' && isCount(value)))
        .sort((a, b) => a.row.ver - b.row.ver)
      return inOrder(
        twice,
        changed.map(({ text }) => text),
      )
    },
  },
]

/** Any number of milliseconds or seconds, and any text that reads as a moment of the survey. */
function rowsWithTimes(evidence: Evidence, known: Known): { at: number; text: string }[] {
  return responseRows(evidence).flatMap(({ row, text }) =>
    Object.values(row.doc).flatMap((value) => {
      const moments = typeof value === 'number' ? [value, value * 1000] : [Date.parse(String(value))]
      const at = moments.find((moment) => isWithinTheCalls(moment, known))
      return at === undefined ? [] : [{ at, text }]
    }),
  )
}

function isWithinTheCalls(at: number, { calls }: Known): boolean {
  return calls.length > 0 && at >= calls[0]!.at - 60_000 && at <= calls[calls.length - 1]!.at + 60_000
}

function isNotFirst({ subject }: Known['calls'][number], n: number, calls: Known['calls']): boolean {
  return calls.findIndex((call) => call.subject === subject) < n
}

/** A revision, a number of changes: a small whole number above one. */
function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 1 && value < 100
}
