import type { Database } from '../cloud'
import type { SecretDoc } from '../documents'
import { read } from '../writes'
import { few, removeMany } from './pages'

export function secrets(db: Database) {
  return {
    /** The gate of the real round's survey, or null when there is none. One request. */
    async gate(): Promise<SecretDoc | null> {
      const found = await few<SecretDoc>(db, 'secrets', { rehearsal: false }, 1)
      return found[0] ?? null
    },
    /** One request. */
    byRound: (roundId: string) => read<SecretDoc>(db, 'secrets', roundId),
    /** Closes the survey for good; again is harmless. One request. */
    async close(roundId: string, at: number): Promise<void> {
      await db
        .collection('secrets')
        .where({ _id: roundId, closedAt: null })
        .update({ data: { closedAt: at } })
    },
    /** The villages with their on-site windows as last planned; where there is no gate, none is made. One request. */
    async replan(roundId: string, villages: SecretDoc['villages']): Promise<void> {
      await db
        .collection('secrets')
        .where({ _id: roundId })
        .update({ data: { villages: db.command.set(villages) } })
    },
    /** Destroys a round's secret. */
    destroy: (roundId: string) => removeMany(db, 'secrets', { _id: roundId }),
  }
}
