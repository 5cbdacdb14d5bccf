import type { Database } from '../cloud'
import type { SnapshotDoc } from '../documents'
import { read } from '../writes'
import { few, removeByIds } from './pages'

export function snapshots(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<SnapshotDoc>(db, 'snapshots', id),
    /** What was sealed, card by card, without the rest of the snapshot; null where it does not say. One request. */
    async cardsOf(id: string): Promise<NonNullable<SnapshotDoc['cards']> | null> {
      const answer = await db.collection('snapshots').where({ _id: id }).field({ cards: true }).limit(1).get()
      return (answer.data as Pick<SnapshotDoc, 'cards'>[])[0]?.cards ?? null
    },
    /** The rankings of several snapshots by their ids, without the rest; one that is not there is left out. One request. */
    async rankingsOf(ids: readonly string[]): Promise<Map<string, SnapshotDoc['result']['ranking']>> {
      const found = await few<RankingOnly>(db, 'snapshots', { _id: db.command.in([...ids]) }, ids.length, [
        'result.ranking',
      ])
      return new Map(found.map(({ _id, result }) => [_id, result.ranking]))
    },
    /** A round's snapshots, the former ones too, without what they hold. One request. */
    headsOfRound: (roundId: string) => few<SnapshotHead>(db, 'snapshots', { roundId }, 100, headFields),
    /** One request. */
    remove: (id: string) => removeByIds(db, 'snapshots', [id]),
    /** Replaces what an interrupted job of the same number left. One request. */
    async put(doc: SnapshotDoc): Promise<void> {
      const { _id, ...fields } = doc
      await db.collection('snapshots').doc(_id).set({ data: fields })
    },
  }
}

type RankingOnly = Pick<SnapshotDoc, '_id'> & { result: Pick<SnapshotDoc['result'], 'ranking'> }

export type SnapshotHead = Pick<SnapshotDoc, '_id' | (typeof headFields)[number]>
const headFields = ['n', 'digest', 'sealedAt', 'correction'] as const
