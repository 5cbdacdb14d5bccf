import type { CallOut } from '../../src/contract'
import type { SnapshotDoc } from '../common/documents'
import { storage } from '../common/storage'

/** One of a snapshot's two editions, at an address that is good for an hour. One request. */
export async function exportFile(
  { roundId, files }: SnapshotDoc,
  edition: 'audit' | 'public',
): Promise<CallOut<'ranking', 'exportPublic'>> {
  const { fileId, bytes, digest } = files[edition]
  return { url: await storage.address(fileId), fileName: `lalian-${roundId}-${edition}.json`, bytes, digest }
}
