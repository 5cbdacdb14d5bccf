/**
 * Photos that no record names a week after they were told of: taken and thrown away again before the record was sent. Each
 * is looked at once: one that is named stays for good. The file goes first, then the document: killed in between, the next
 * tick does it again.
 */
import { groupBy } from '../../src/domain/group-by'
import type { FileDoc } from '../common/documents'
import type { Repositories } from '../common/repositories'
import { storage } from '../common/storage'
import type { Tick } from './ticking'

export async function removeLoosePhotos({ now, hasTime, repos: reposOf }: Tick): Promise<void> {
  while (hasTime()) {
    const repos = reposOf()
    const due = await repos.files.dueBefore(now)
    if (due.length === 0) return
    for (const [roundId, ofRound] of groupBy(due, (file) => file.roundId)) await lookAt(roundId, ofRound, repos)
  }
}

async function lookAt(roundId: string, photos: readonly FileDoc[], repos: Repositories): Promise<void> {
  const isNamed = await repos.namedPhotos.inRound(roundId)
  const loose = photos.filter(({ _id }) => !isNamed(_id))
  await storage.remove(loose.map(({ fileId }) => fileId))
  await repos.files.remove(loose.map(({ _id }) => _id))
  await repos.files.settle(photos.filter((photo) => !loose.includes(photo)).map(({ _id }) => _id))
}
