import type { Database } from '../cloud'
import type { BurstDoc } from '../documents'
import { addOnce } from '../writes'
import { few, removeMany } from './pages'

/** Villages of a programme: a few dozen. */
const MOST_VILLAGES = 200

export function bursts(db: Database) {
  return {
    /** Counts one response in its minute of the day (Asia/Shanghai, `HH:MM`), approximately. One request. */
    async count(roundId: string, villageId: string, minute: string): Promise<void> {
      await db
        .collection('bursts')
        .doc(`${roundId}:${villageId}`)
        .update({ data: { [`minutes.${minute}`]: db.command.inc(1) } })
    },
    /** Nothing counted yet in these villages: only what is there is counted up. One request a village. */
    async begin(roundId: string, villageIds: readonly string[]): Promise<void> {
      for (const villageId of villageIds)
        await addOnce(db, 'bursts', { _id: `${roundId}:${villageId}`, roundId, minutes: {} } as BurstDoc)
    },
    /** One request. */
    ofRound: (roundId: string) => few<BurstDoc>(db, 'bursts', { roundId }, MOST_VILLAGES),
    destroy: (roundId: string) => removeMany(db, 'bursts', { roundId }),
  }
}
