/** Everything that names a round, to be removed with it: a draft nobody needs, a rehearsal that is over. */
import type { Database } from '../cloud'
import type { FileDoc, SnapshotDoc } from '../documents'
import { all, few, removeWhole } from './pages'

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
    /** What of it lies in cloud storage: photos, sealed editions. Three requests up to a thousand photos. */
    async fileIds(roundId: string): Promise<string[]> {
      const [photos, snapshots] = await Promise.all([
        all<FileDoc>(db, 'files', { roundId }, ['fileId']),
        few<Pick<SnapshotDoc, 'files'>>(db, 'snapshots', { roundId }, 100, ['files']),
      ])
      const sealed = snapshots.flatMap(({ files }) => [files.audit, files.public])
      return [...photos, ...sealed].flatMap((file) => (file ? [file.fileId] : []))
    },

    /** Removes it all but the round itself; again is harmless. One request a collection, two more for each five hundred documents. */
    async destroy(roundId: string, { audits }: { audits: boolean }): Promise<void> {
      for (const collection of collections)
        if (audits || collection !== 'audits') await removeWhole(db, collection, { roundId })
      await removeWhole(db, 'secrets', { _id: roundId })
    },
  }
}
