import type { Database } from '../cloud'
import type { FileDoc } from '../documents'
import { addOnce } from '../writes'
import { all, few, removeByIds } from './pages'

/** What one step of the timer looks at. */
const AT_ONCE = 100

export function files(db: Database) {
  return {
    /** Keeps it once; the same photo again changes nothing. One request. */
    keep: (file: FileDoc) => addOnce(db, 'files', file),
    /** Those to be looked at, a hundred at most. One request. */
    dueBefore: (at: number) => few<FileDoc>(db, 'files', { dueAt: db.command.lt(at) }, AT_ONCE),
    /** They are named: not to be looked at again. One request a hundred. */
    async settle(ids: readonly string[]): Promise<void> {
      for (let from = 0; from < ids.length; from += 100) {
        const _id = db.command.in(ids.slice(from, from + 100))
        await db
          .collection('files')
          .where({ _id })
          .update({ data: { dueAt: null } })
      }
    },
    /** One request a hundred. */
    remove: (ids: readonly string[]) => removeByIds(db, 'files', ids),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<FileDoc>(db, 'files', { roundId }),
    /** The ids alone. Two requests up to a thousand. */
    idsOfRound: async (roundId: string) =>
      new Set((await all<Pick<FileDoc, '_id'>>(db, 'files', { roundId }, ['_id'])).map(({ _id }) => _id)),
    /** Which of these are there. One request a hundred. */
    async storedOf(ids: readonly string[]): Promise<Set<string>> {
      const stored = new Set<string>()
      for (let from = 0; from < ids.length; from += 100) {
        const _id = db.command.in(ids.slice(from, from + 100))
        for (const file of await few<Pick<FileDoc, '_id'>>(db, 'files', { _id }, 100, ['_id'])) stored.add(file._id)
      }
      return stored
    },
    /** One request a hundred ids. */
    async byIds(ids: readonly string[]): Promise<FileDoc[]> {
      const found: FileDoc[] = []
      for (let from = 0; from < ids.length; from += 100) {
        const _id = db.command.in(ids.slice(from, from + 100))
        found.push(...(await few<FileDoc>(db, 'files', { _id }, 100)))
      }
      return found
    },
  }
}
