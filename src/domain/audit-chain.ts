/**
 * The audit's lines as a chain: each link is the SHA-256 of its line and the link before, so that the last one stands for
 * all of them, in their order (docs/data.md, audits). Lines are written by many functions at once and know nothing of each
 * other; the chain is laid over them when they have come to rest (docs/decisions/2026-11-25-audit-chain.md).
 */
import { digestOf } from './digest'
import { byKeys } from './order'
import { SEALING_PAUSE } from './why-not-seal'

/** As stored. Whatever else a line holds is part of its link too. */
export interface ChainedLine {
  _id: string
  /** Milliseconds. */
  at: number
}

/** `head`: `sha256:…`, the last link over the `count` lines with `at` ≤ `until` (milliseconds); null of no line. */
export interface AuditHead {
  until: number
  count: number
  head: string | null
}

/** The last moment, as seen at `now`, of which every line that will ever be written stands: a call has ended by then. */
export function settledAt(now: number): number {
  return now - SEALING_PAUSE
}

/** Lines by (at, _id), whatever order they come in; those after `until` are not part of it. */
export function auditHead(lines: readonly ChainedLine[], until: number): AuditHead {
  const chained = lines.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || byId(a, b))
  const head = chained.reduce<string | null>((former, line) => digestOf({ former, line }), null)
  return { until, count: chained.length, head }
}

const byId = byKeys<ChainedLine>(({ _id }) => _id)

/** Whether a list of lines is the one that `sealed` stands for: nothing up to then changed, missing, added or twice. */
export function isSameAudit(lines: readonly ChainedLine[], sealed: AuditHead): boolean {
  const { count, head } = auditHead(lines, sealed.until)
  return count === sealed.count && head === sealed.head
}
