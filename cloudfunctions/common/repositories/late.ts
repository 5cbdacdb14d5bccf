import type { Database } from '../cloud'
import type { LateDoc } from '../documents'
import { addOnce } from '../writes'
import { few } from './pages'

/** What all phones can have had waiting at closing, and more. */
const MOST = 1000

export function late(db: Database) {
  return {
    /** Keeps a send that came after closing; the same send again changes nothing. One request. */
    keep: (doc: LateDoc) => addOnce(db, 'late', doc),
    /** These, each with what was sent. One request up to a hundred. */
    byIds: (ids: readonly string[]) => few<LateDoc>(db, 'late', { _id: db.command.in([...ids]) }, 100),
    /** What became of one that waited; whoever carries it out again changes nothing. One request. */
    async decide(id: string, outcome: Pick<LateDoc, 'state' | 'decided'>): Promise<void> {
      await db.collection('late').where({ _id: id, state: 'waiting' }).update({ data: outcome })
    },
    /** What the progress page lists, without what was sent. One request. */
    headsOfRound: (roundId: string) => few<LateHead>(db, 'late', { roundId }, MOST, headFields),
    /** As above, of one member. One request. */
    ofMember: (roundId: string, memberId: string) => few<LateHead>(db, 'late', { roundId, memberId }, MOST, headFields),
  }
}

/** A late send without its content. */
export type LateHead = Pick<LateDoc, '_id' | (typeof headFields)[number]>
const headFields = ['memberId', 'villageId', 'action', 'at', 'receivedAt', 'state', 'decided'] as const
