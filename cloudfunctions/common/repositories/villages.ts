import type { Database } from '../cloud'
import type { VillageDoc } from '../documents'
import { read } from '../writes'

export function villages(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<VillageDoc>(db, 'villages', id),
  }
}
