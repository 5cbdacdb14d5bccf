import type { Database } from '../cloud'
import type { CardDoc } from '../documents'
import { addOnce, read } from '../writes'
import { removeMany, removeWhole } from './pages'

/** Writes on their way at once: the platform takes 20 connections. */
const AT_ONCE = 10

export function cards(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<CardDoc>(db, 'cards', id),
    /** Keeps unused cards, each once: one that is there, used or not, stays as it is. One request a card. */
    async issue(roundId: string, villageId: string, ids: readonly string[]): Promise<void> {
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        await Promise.all(
          ids
            .slice(from, from + AT_ONCE)
            .map((_id) => addOnce(db, 'cards', { _id, roundId, villageId, used: false } as CardDoc)),
        )
      }
    },
    /** Destroys a round's household-card codes, as many as one call may; false: there may be more. */
    destroy: (roundId: string) => removeMany(db, 'cards', { roundId }),
    /** Ends those printed before a round went back to draft, to the last one. */
    end: (roundId: string) => removeWhole(db, 'cards', { roundId }),
  }
}
