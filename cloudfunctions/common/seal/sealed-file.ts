/** A frozen file read back from cloud storage, and what it comes to. */
import { readRoundFile } from '../../../src/domain/read-round-file'
import { refusalLine } from '../../../src/domain/refusal'
import { roundResult } from '../../../src/domain/result'
import type { AuditEdition, PublicEdition, RoundFile } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import type { SealingJob, StoredFile } from '../documents'
import { decodeUtf8, sha256 } from '../node-bytes'
import { storage } from '../storage'
import { CannotSeal } from './cannot-seal'

export async function sealedAudit(file: StoredFile): Promise<{ input: AuditEdition; result: RoundResult }> {
  const input = await accepted(file)
  if (input.edition !== 'audit') throw new CannotSeal('the frozen file is not an audit edition')
  return { input, result: roundResult(input, sha256) }
}

/** The frozen file again; it must give the digest that it gave before. */
export async function sealedAsBefore({ audit, digest }: SealingJob): ReturnType<typeof sealedAudit> {
  const sealed = await sealedAudit(audit!)
  if (sealed.result.digest !== digest) throw new CannotSeal('the frozen file gives another digest than before')
  return sealed
}

export async function sealedPublic(file: StoredFile): Promise<{ input: PublicEdition; result: RoundResult }> {
  const input = await accepted(file)
  if (input.edition !== 'public') throw new CannotSeal('the written file is not a public edition')
  return { input, result: roundResult(input, sha256) }
}

async function accepted(file: StoredFile): Promise<RoundFile> {
  const read = readRoundFile(await bytesOf(file), decodeUtf8)
  if ('round' in read) return read.round
  const { refusal } = read
  throw new CannotSeal(refusal.path[0] === 'responses' ? 'a response is not as the scheme says' : refusalLine(refusal))
}

/** One that is gone will not come back: the round can be sealed anew, which a job that waits for it never could. */
async function bytesOf({ fileId }: StoredFile): Promise<Uint8Array> {
  try {
    return await storage.bytes(fileId)
  } catch (error) {
    if (await storage.exists(fileId)) throw error
    throw new CannotSeal('a stored file is gone')
  }
}
