import type { Database } from '../cloud'
import type { FileDoc } from '../documents'
import { addOnce } from '../writes'
import { all } from './pages'

export function files(db: Database) {
  return {
    /** Keeps it once; the same photo again changes nothing. One request. */
    keep: (file: FileDoc) => addOnce(db, 'files', file),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<FileDoc>(db, 'files', { roundId }),
    /** One request, up to a hundred ids. */
    async byIds(ids: readonly string[]): Promise<FileDoc[]> {
      if (ids.length === 0) return []
      const answer = await db
        .collection('files')
        .where({ _id: db.command.in([...ids]) })
        .limit(100)
        .get()
      return answer.data as FileDoc[]
    },
  }
}
