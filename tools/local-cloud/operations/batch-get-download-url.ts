/** `getTempFileURL()`: addresses that expire after max_age seconds. */
import type { Body } from '../database'
import type { CloudFiles } from '../files/cloud-files'
import type { Limits } from '../limits'
import { invalid, Refusal } from '../refusal'

export function batchGetDownloadUrl(files: CloudFiles, limits: Limits, { file_list: list }: Body) {
  if (!Array.isArray(list)) throw invalid('file_list must be a list')
  if (list.length > limits.filesARequest) throw new Refusal('INVALID_PARAM', `at most ${limits.filesARequest} files`)
  const download_list = list.map(({ fileid, max_age: maxAge }: { fileid: string; max_age?: number }) => {
    const path = files.pathOf(String(fileid))
    if (path === null)
      return { fileid, fileID: fileid, code: 'STORAGE_FILE_NONEXIST', download_url: '', tempFileURL: '' }
    const until = Date.now() + (maxAge ?? limits.temporaryUrlSeconds) * 1000
    const url = files.address('GET', path, until)
    // SDK 4.0.2 reads fileID and tempFileURL and maps nothing; the wire's documented names stand beside them.
    return { fileid, fileID: fileid, code: 'SUCCESS', download_url: url, tempFileURL: url }
  })
  return { data: { download_list } }
}
