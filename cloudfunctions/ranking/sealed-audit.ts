import { failure } from '../../src/contract/errors'
import { roundDigest } from '../../src/domain/digest'
import { readRoundFile } from '../../src/domain/read-round-file'
import type { AuditEdition } from '../../src/domain/round-file'
import type { SnapshotDoc, StoredFile } from '../common/documents'
import { decodeUtf8, sha256 } from '../common/node-bytes'
import { storage } from '../common/storage'

/**
 * The inputs of a snapshot, read back from where they lie. Only with its ranking do they give its digest: what was
 * changed since explains nothing. One file of storage.
 */
export async function sealedAudit({ files, result, digest }: SnapshotDoc): Promise<AuditEdition> {
  const read = readRoundFile(await bytesOf(files.audit), decodeUtf8)
  const isSealed = 'round' in read && roundDigest(read.round, result.ranking, sha256) === digest
  if (!isSealed || read.round.edition !== 'audit') throw failure('sealedFileLost')
  return read.round
}

/** One that is gone will not come back by trying again. */
async function bytesOf({ fileId }: StoredFile): Promise<Uint8Array> {
  try {
    return await storage.bytes(fileId)
  } catch (error) {
    throw (await storage.exists(fileId)) ? error : failure('sealedFileLost')
  }
}
