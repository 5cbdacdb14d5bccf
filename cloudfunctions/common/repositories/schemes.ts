import { failure } from '../../../src/contract/errors'
import type { Database } from '../cloud'
import type { SchemeDoc } from '../documents'
import { addOnce, compareAndSet, read } from '../writes'
import { few } from './pages'

/** Versions of all schemes of a programme: a few in three years. */
const MOST_VERSIONS = 200

export type NewScheme = Omit<SchemeDoc, '_id' | 'revision'>

export function schemes(db: Database) {
  return {
    /** One request. */
    byVersion: (id: string, version: number) => read<SchemeDoc>(db, 'schemes', schemeKey(id, version)),
    /** Every version of one scheme. One request. */
    versionsOf: (id: string) => few<SchemeDoc>(db, 'schemes', { id }, MOST_VERSIONS),
    /** Every version of every scheme. One request. */
    all: () => few<SchemeDoc>(db, 'schemes', { version: db.command.gt(0) }, MOST_VERSIONS),
    /**
     * False: that version was there already. One request. Revisions go on from the time, not from 1: a draft that was
     * removed and begun anew is not taken for the former one by a send that comes late.
     */
    begin: (doc: NewScheme) =>
      addOnce(db, 'schemes', { ...doc, _id: schemeKey(doc.id, doc.version), revision: doc.at } as SchemeDoc),
    /**
     * Changes a version by compare-and-set, or leaves it (null); refused where there is none. `change` sees it as it is
     * stored and refuses what is published: so of publishing and saving at once the second one sees the first.
     */
    async change(
      id: string,
      version: number,
      change: (stored: SchemeDoc) => Partial<SchemeDoc> | null,
    ): Promise<SchemeDoc> {
      const changed = await compareAndSet<SchemeDoc>(db, 'schemes', schemeKey(id, version), (stored) => {
        if (!stored) throw failure('notFound')
        const fields = change(stored)
        return fields && { ...stored, ...fields }
      })
      return changed!
    },
    /** Only as it was seen, and only a draft: false otherwise. One request. */
    async removeDraft(id: string, version: number, revision: number): Promise<boolean> {
      const asSeen = { _id: schemeKey(id, version), revision, state: 'draft' }
      const { stats } = await db.collection('schemes').where(asSeen).remove()
      return stats.removed === 1
    },
  }
}

export function schemeKey(id: string, version: number): string {
  return `${id}:${version}`
}
