import type { Database } from '../cloud'
import type { VoiceDoc } from '../documents'
import { addOnce } from '../writes'
import { all, few, removeByIds } from './pages'

/** People who write the same word for word, each cut off before it was checked. */
const MOST_ALIKE = 20

export function voices(db: Database) {
  return {
    /** What may be read of a village's voices, in the order of their random ids. Two requests up to a thousand. */
    async shownOf(roundId: string, villageId: string): Promise<string[]> {
      const found = await all<VoiceDoc>(db, 'voices', { roundId, villageId })
      return found.filter(({ state }) => state === 'shown').map(({ text }) => text)
    },
    /** A voice whose text was found to be harmless; one that is gone or was decided otherwise stays so. One request. */
    async show(id: string): Promise<void> {
      await db
        .collection('voices')
        .where({ _id: id, state: 'unchecked' })
        .update({ data: { state: 'shown' } })
    },
    /** Ids of what lies unchecked in a village with these very words. One request. */
    async uncheckedOf(roundId: string, villageId: string, text: string): Promise<string[]> {
      const found = await few<VoiceDoc>(db, 'voices', { roundId, villageId, text, state: 'unchecked' }, MOST_ALIKE)
      return found.map(({ _id }) => _id)
    },
    /** What sealing has not rewritten yet. */
    async notRewritten(roundId: string): Promise<VoiceDoc[]> {
      return (await all<VoiceDoc>(db, 'voices', { roundId })).filter((voice) => !voice.rewritten)
    },
    /** Keeps a rewritten voice under its new id; the same again changes nothing. One request. */
    keep: (voice: VoiceDoc) => addOnce(db, 'voices', voice),
    /** Removes voices by id, a hundred a request. */
    remove: (ids: readonly string[]) => removeByIds(db, 'voices', ids),
  }
}
