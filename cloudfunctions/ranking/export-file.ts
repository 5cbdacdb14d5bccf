import type { CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { SnapshotDoc } from '../common/documents'
import { storage } from '../common/storage'

/** One of a snapshot's two editions, at an address that is good for an hour. One request. */
export async function exportFile(
  { roundId, files }: SnapshotDoc,
  edition: 'audit' | 'public',
): Promise<CallOut<'ranking', 'exportPublic'>> {
  const file = files[edition]
  if (!file) throw edition === 'public' ? failure('noPublicEdition') : failure('notFound')
  const { fileId, bytes, digest } = file
  return { url: await storage.address(fileId), fileName: `lalian-${roundId}-${edition}.json`, bytes, digest }
}
