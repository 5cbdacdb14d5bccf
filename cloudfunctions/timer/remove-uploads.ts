/**
 * Workbooks that were previewed and never written: they hold people's names. The file goes first, then the document that
 * named it: killed in between, the next tick removes the same again, and what is not there is gone.
 */
import { storage } from '../common/storage'
import type { Tick } from './ticking'

/** A preview is written while it is looked at; after a day its file is chosen anew. */
const A_DAY = 24 * 3_600_000

export async function removeUploads({ now, hasTime, repos }: Tick): Promise<void> {
  while (hasTime()) {
    const { uploads } = repos()
    const left = await uploads.before(now - A_DAY)
    if (left.length === 0) return
    await storage.remove(left.map(({ fileId }) => fileId))
    await uploads.remove(left.map(({ _id }) => _id))
  }
}
