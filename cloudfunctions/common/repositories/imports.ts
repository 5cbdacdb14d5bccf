/**
 * What a workbook changes, written whole or not at all: one transaction over the programme's document and everything
 * that changes, with the audit's line by which a repeated send is known (docs/decisions/2026-11-28-excel.md).
 */
import type { Database } from '../cloud'
import type {
  AuditDoc,
  GoalDoc,
  MeasurementDoc,
  MemberDoc,
  ProgrammeDoc,
  RoundDoc,
  SchemeDoc,
  VillageDoc,
} from '../documents'
import { guarded } from './programme'

/** A transaction writes one document after the other, and lives for 30 seconds. */
export const MOST_WRITES = 300

export type Stored =
  | { collection: 'villages'; doc: VillageDoc }
  | { collection: 'members'; doc: MemberDoc }
  | { collection: 'schemes'; doc: SchemeDoc }
  | { collection: 'goals'; doc: GoalDoc }
  | { collection: 'measurements'; doc: MeasurementDoc }

export interface ImportWrites {
  stored: Stored[]
  programme?: Partial<ProgrammeDoc>
  /** What was done, for the audit and for a send that comes again. */
  after: Record<string, unknown>
}

export function imports(db: Database) {
  return {
    /**
     * Writes what `decide` answers. It is asked once the transaction has begun: what it reads is no older than what
     * the transaction writes upon, and whatever changes meanwhile is a conflict, after which it is asked again.
     * Answers the line's `after`: of an earlier write where this send has written already. Requests: five, one for
     * each document, two for a draft round's, and `decide`'s own.
     */
    write: (line: Omit<AuditDoc, 'after'>, decide: () => Promise<ImportWrites>): Promise<Record<string, unknown>> =>
      guarded(db, async (inside) => {
        const known = await inside.read<AuditDoc>('audits', line._id)
        if (known) return known.after as Record<string, unknown>
        const draft = line.roundId === null ? null : await inside.read<RoundDoc>('rounds', line.roundId)
        const { stored, programme, after } = await decide()
        for (const { collection, doc } of stored) await inside.put(collection, doc)
        if (programme) inside.change(programme)
        // As every other write of what a draft round is handed (draft.ts): so they meet.
        if (draft && stored.length > 0) await inside.putAlone('rounds', { ...draft, inputs: (draft.inputs ?? 0) + 1 })
        await inside.putAlone('audits', { ...line, after } satisfies AuditDoc)
        return after
      }),
  }
}
