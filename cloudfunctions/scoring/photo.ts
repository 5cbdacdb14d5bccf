import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import type { RoundContext } from '../common/serve'
import { storage } from '../common/storage'
import { refuseOffRoute } from './record'

type Send = In<typeof scoring.photo>

/** A photo went straight to storage (docs/decisions/2026-11-24-photos.md); told here, it is no longer missing. */
export async function photo(send: Send, context: RoundContext): Promise<Out<typeof scoring.photo>> {
  const { me, now, repos } = context
  const { roundId, villageId, photoId, fileId, bytes, of } = send
  refuseOffRoute(villageId, context)
  refuseOtherPath(send)
  const [known] = await repos.files.byIds([photoId])
  if (known && known.roundId !== roundId) throw failure('outOfScope')
  if (known) return { kept: true }

  if (!(await storage.exists(fileId))) throw failure('notFound')
  await repos.files.keep({ _id: photoId, roundId, villageId, uploader: me.memberId, of, fileId, bytes, at: now })
  return { kept: true }
}

/** `cloud://<environment>.<bucket>/photos/<round>/<photo>.jpg`: nobody names a file that is not this photo. */
function refuseOtherPath({ fileId, roundId, photoId }: Send): void {
  const path = fileId.slice(fileId.indexOf('/', 'cloud://'.length))
  if (path === `/photos/${roundId}/${photoId}.jpg`) return
  throw failure('invalid', { path: 'fileId', problem: '不是这张照片的文件，请重新上传' })
}
