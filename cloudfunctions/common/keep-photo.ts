/** A photo went straight to storage (docs/decisions/2026-11-24-photos.md); told here, it is no longer missing. */
import { failure } from '../../src/contract/errors'
import { photoPath } from '../../src/domain/photo-path'
import type { FileDoc } from './documents'
import type { RoundContext } from './serve'
import { storage } from './storage'

type Photo = Pick<FileDoc, 'roundId' | 'villageId' | 'of' | 'fileId' | 'bytes'> & { photoId: string }

/** By then every record that names it has come, or its phone was a week without a signal between the two. */
const A_WEEK = 7 * 24 * 3_600_000

/** Kept once, whoever tells of it; it belongs to one round. Two requests, and one of storage. */
export async function keepPhoto(photo: Photo, { me, now, repos }: RoundContext): Promise<{ kept: true }> {
  const { photoId, ...file } = photo
  refuseOtherPath(photo)
  const [known] = await repos.files.byIds([photoId])
  if (known && known.roundId !== file.roundId) throw failure('outOfScope')
  if (known) return { kept: true }

  if (!(await storage.exists(file.fileId))) throw failure('notFound')
  await repos.files.keep({ _id: photoId, ...file, uploader: me.memberId, at: now, dueAt: now + A_WEEK })
  return { kept: true }
}

/** `cloud://<environment>.<bucket>/photos/<round>/<photo>.jpg`: nobody names a file that is not this photo. */
function refuseOtherPath({ fileId, roundId, photoId }: Photo): void {
  const path = fileId.slice(fileId.indexOf('/', 'cloud://'.length))
  if (path === `/${photoPath(roundId, photoId)}`) return
  throw failure('invalid', { path: 'fileId', problem: '不是这张照片的文件，请重新上传' })
}
