import type { Database } from '../cloud'
import type { VoiceDoc } from '../documents'
import { addOnce } from '../writes'
import { all, removeByIds } from './pages'

export function voices(db: Database) {
  return {
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
