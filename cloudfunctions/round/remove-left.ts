/**
 * All that a round leaves beside its own document. Files first, for the documents that name them go with the rest: killed
 * in between, the same again goes on.
 */
import { photoPath } from '../../src/domain/photo-path'
import type { Repositories } from '../common/repositories'
import { storage } from '../common/storage'

/** Twenty-four requests, two more a hundred documents of a collection, and one of storage a fifty files. */
export async function removeLeft(roundId: string, repos: Repositories, what: { audits: boolean }): Promise<void> {
  const { fileIds, untold } = await repos.wholeRound.files(roundId)
  const uploaded = await storage.idsAt(untold.map((photoId) => photoPath(roundId, photoId)))
  await storage.remove([...fileIds, ...uploaded])
  await repos.wholeRound.destroy(roundId, what)
}
