import type { Database } from '../cloud'
import type { UploadDoc } from '../documents'
import { addOnce } from '../writes'
import { few, removeByIds } from './pages'

/** What one step of the timer removes. */
const AT_ONCE = 100

export function uploads(db: Database) {
  return {
    /** Names a file before it is looked at; again changes nothing. One request. */
    keep: (upload: UploadDoc) => addOnce(db, 'uploads', upload),
    /** One request a hundred. */
    remove: (ids: readonly string[]) => removeByIds(db, 'uploads', ids),
    /** Older than `at`, a hundred at most. One request. */
    before: (at: number) => few<UploadDoc>(db, 'uploads', { at: db.command.lt(at) }, AT_ONCE),
  }
}
