import { failure } from '../../../src/contract/errors'
import type { Village } from '../../../src/contract/programme'
import type { Database } from '../cloud'
import type { ProgrammeDoc, VillageDoc } from '../documents'
import { read } from '../writes'
import { few } from './pages'
import { guarded } from './programme'

/** Villages of a programme: a few dozen. */
export const MOST_VILLAGES = 200

export function villages(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<VillageDoc>(db, 'villages', id),
    /** Every village of the programme. One request. */
    all: () => few<VillageDoc>(db, 'villages', { _id: db.command.exists(true) }, MOST_VILLAGES),
    /** One request. */
    byIds: (ids: readonly string[]) => few<VillageDoc>(db, 'villages', { _id: db.command.in([...ids]) }, MOST_VILLAGES),

    /**
     * Makes a village (`revision` null) or writes it as it was seen; the same send again changes nothing. `check`
     * refuses by what the programme holds. Six requests without conflict.
     */
    save: (
      village: Village,
      { revision, sendId }: { revision: number | null; sendId: string },
      check: (programme: ProgrammeDoc) => void,
    ): Promise<VillageDoc> =>
      guarded(db, async (inside) => {
        check(inside.programme)
        const stored = await inside.read<VillageDoc>('villages', village.id)
        if (stored?.sendId === sendId) return stored
        if (!stored && revision !== null) throw failure('notFound')
        if (stored && (stored.revision ?? 1) !== revision) throw failure('changed')
        const written = { ...stored, ...village, _id: village.id, revision: (revision ?? 0) + 1, sendId }
        await inside.put('villages', written)
        return written
      }),

    /**
     * Removes a village. `isInUse` is asked once the transaction has begun, so that it sees whatever was written
     * before; false: it is in use. One that is gone is gone.
     */
    remove: (id: string, isInUse: () => Promise<boolean>): Promise<boolean> =>
      guarded(db, async (inside) => {
        if (!(await inside.read('villages', id))) return true
        if (await isInUse()) return false
        await inside.remove('villages', id)
        return true
      }),
  }
}
