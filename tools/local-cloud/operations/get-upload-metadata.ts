/** First half of `uploadFile()`: where to PUT the bytes. */
import type { Body } from '../database'
import type { CloudFiles } from '../files/cloud-files'
import { invalid } from '../refusal'

const UPLOAD_MS = 10 * 60_000

export function getUploadMetadata(files: CloudFiles, { path }: Body) {
  if (typeof path !== 'string') throw invalid('path is missing')
  const fileId = files.fileId(path)
  const url = encodeURI(files.address('PUT', path, Date.now() + UPLOAD_MS))
  // Sent back in a header, which holds no Chinese.
  const cosFileId = Buffer.from(fileId, 'utf8').toString('base64url')
  return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId } }
}
