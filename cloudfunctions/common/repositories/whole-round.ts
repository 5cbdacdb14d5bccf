/** Everything that names a round, to be removed with it: a draft nobody needs, a rehearsal that is over. */
import type { Database } from '../cloud'
import type { FileDoc, SnapshotDoc } from '../documents'
import { photosNamed, RECORDS_WITH_PHOTOS } from '../photos-named'
import { all, everyPage, few, removeWhole } from './pages'

/** Audit lines last; a ballot names no round. */
const collections = [
  'goals',
  'measurements',
  'arrivals',
  'scorecards',
  'late',
  'deductions',
  'findings',
  'highlights',
  'answers',
  'voices',
  'cards',
  'bursts',
  'snapshots',
  'files',
  'audits',
] as const

export function wholeRound(db: Database) {
  return {
    /**
     * What of it lies in cloud storage: photos, sealed editions; `untold` are ids of photos that its records name and that
     * no function was told of: a phone may have uploaded them all the same. Eight requests, one more for each thousand
     * photos or records of a kind.
     */
    async files(roundId: string): Promise<{ fileIds: string[]; untold: string[] }> {
      const [photos, snapshots, named] = await Promise.all([
        all<FileDoc>(db, 'files', { roundId }, ['fileId']),
        few<Pick<SnapshotDoc, 'files'>>(db, 'snapshots', { roundId }, 100, ['files']),
        photosOf(db, roundId),
      ])
      const sealed = snapshots.flatMap(({ files }) => [files.audit, files.public])
      for (const { _id } of photos) named.delete(_id)
      return {
        fileIds: [...photos, ...sealed].flatMap((file) => (file ? [file.fileId] : [])),
        untold: [...named],
      }
    },

    /** Removes it all but the round itself; again is harmless. One request a collection, two more for each five hundred documents. */
    async destroy(roundId: string, { audits }: { audits: boolean }): Promise<void> {
      for (const collection of collections)
        if (audits || collection !== 'audits') await removeWhole(db, collection, { roundId })
      await removeWhole(db, 'secrets', { _id: roundId })
    },
  }
}

async function photosOf(db: Database, roundId: string): Promise<Set<string>> {
  const named = new Set<string>()
  const look = (page: unknown[]) => {
    for (const photo of photosNamed(page)) named.add(photo)
  }
  await Promise.all(RECORDS_WITH_PHOTOS.map((collection) => everyPage(db, collection, { roundId }, look)))
  return named
}
