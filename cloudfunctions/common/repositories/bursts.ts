import type { Database } from '../cloud'
import { removeAll } from './pages'

export function bursts(db: Database) {
  return {
    /** Counts one response in its minute of the day (Asia/Shanghai, `HH:MM`), approximately. One request. */
    async count(roundId: string, villageId: string, minute: string): Promise<void> {
      await db
        .collection('bursts')
        .doc(`${roundId}:${villageId}`)
        .update({ data: { [`minutes.${minute}`]: db.command.inc(1) } })
    },
    destroy: (roundId: string) => removeAll(db, 'bursts', { roundId }),
  }
}
