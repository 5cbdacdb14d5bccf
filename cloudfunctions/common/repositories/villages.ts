import type { Database } from '../cloud'
import type { VillageDoc } from '../documents'
import { read } from '../writes'
import { few } from './pages'

/** Villages of a programme: a few dozen. */
const MOST_VILLAGES = 200

export function villages(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<VillageDoc>(db, 'villages', id),
    /** Every village of the programme. One request. */
    all: () => few<VillageDoc>(db, 'villages', { _id: db.command.exists(true) }, MOST_VILLAGES),
    /** One request. */
    byIds: (ids: readonly string[]) => few<VillageDoc>(db, 'villages', { _id: db.command.in([...ids]) }, MOST_VILLAGES),
  }
}
