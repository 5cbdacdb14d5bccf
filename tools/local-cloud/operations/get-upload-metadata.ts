/** First half of `uploadFile()`: where to PUT the bytes. */
import type { Body } from '../database'
import type { CloudFiles } from '../files/cloud-files'
import { invalid } from '../refusal'

const UPLOAD_MS = 10 * 60_000

export function getUploadMetadata(files: CloudFiles, { path }: Body) {
  if (typeof path !== 'string') throw invalid('path is missing')
  const fileId = files.fileId(path)
  const url = files.address('PUT', path, Date.now() + UPLOAD_MS)
  return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId: fileId } }
}
