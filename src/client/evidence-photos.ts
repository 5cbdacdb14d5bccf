/** Photos of what a measured fact rests on: straight to storage, then told, before the fact that names them is saved. */
import { photoPath } from '../domain/photo-path'
import { call } from './call'
import { upload } from './files'
import { fileOf, photoById, putPhoto } from './photo-store'

/** Those of them that lie on this phone and have not gone out; the others have. Again is harmless. */
export async function uploadEvidence(roundId: string, villageId: string, photoIds: readonly string[]): Promise<void> {
  for (const photoId of photoIds) {
    const photo = photoById(photoId)
    if (photo?.state !== 'kept') continue
    const fileId = await upload(fileOf(photoId), photoPath(roundId, photoId))
    await call('programme', 'evidencePhoto', { roundId, villageId, photoId, fileId, bytes: photo.bytes })
    putPhoto({ ...photo, state: 'uploaded' })
  }
}
