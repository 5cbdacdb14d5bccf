/**
 * What must be the same in the end, whatever was killed: everything that is stored, but times, who looked last, and how much
 * of the audit had come to rest; its head must stand for the lines that are there.
 */
import type { AuditDoc, SnapshotDoc } from '../../../cloudfunctions/common/documents'
import { isSameAudit } from '../../../src/domain/audit-chain'
import type { Doc } from '../../local-cloud/ejson'
import type { Stand } from './stage'

/** Written by the evening itself; all else was there before and is compared to the letter. */
const TIMES = new Set(['at', 'agreedAt', 'sealedAt', 'startedAt', 'until'])

export function comparable({ documents, files }: Stand): Record<string, unknown> {
  const { rounds, snapshots, audits, voices, ...others } = documents
  return {
    ...others,
    files,
    rounds: rounds!.map(timeless),
    snapshots: (snapshots as unknown as SnapshotDoc[]).map(({ audits: _, ...snapshot }) => timeless(snapshot)),
    isAuditSealed: snapshotsStandFor(snapshots as unknown as SnapshotDoc[], audits as unknown as AuditDoc[]),
    audits: audits!.map((line) => (isOfTheDay(line) ? line : byAnybody(timeless(line) as Doc))),
    // Their new ids follow from a key that is another one each time, and dies.
    voices: voices!
      .map(({ _id, ...voice }) => ({ ...voice, isRewritten: !String(_id).startsWith('voice-') }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }
}

function snapshotsStandFor(snapshots: readonly SnapshotDoc[], lines: readonly AuditDoc[]): boolean {
  return snapshots.every(({ audits }) => audits !== undefined && audits.count > 0 && isSameAudit(lines, audits))
}

function isOfTheDay({ _id }: Doc): boolean {
  return /:line-\d+$/.test(String(_id))
}

/** The end of the job is in the name of whoever saw it first. */
function byAnybody(line: Doc): object {
  return line.action === 'seal' && !isProposal(line) ? { ...line, memberId: 'somebody' } : line
}

function isProposal({ after }: Doc): boolean {
  return typeof after === 'object' && after !== null && 'proposed' in after
}

function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, TIMES.has(name) ? 'some time' : timeless(inner)]),
  )
}

/** Null: the same; otherwise the first thing that is not. */
export function difference(is: Stand, should: Stand): string | null {
  const [here, there] = [comparable(is), comparable(should)]
  for (const part of Object.keys(there)) {
    const [one, other] = [JSON.stringify(here[part]), JSON.stringify(there[part])]
    if (one !== other) return `${part}: ${around(one, other)}`
  }
  return null
}

function around(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at] && at < one.length) at++
  const from = Math.max(0, at - 60)
  return `…${one.slice(from, at + 200)}… instead of …${other.slice(from, at + 200)}…`
}
