/** `deleteFile()`. */
import type { Body } from '../database'
import type { CloudFiles } from '../files/cloud-files'
import type { Limits } from '../limits'
import { invalid, Refusal } from '../refusal'

export function batchDeleteFile(files: CloudFiles, limits: Limits, { fileid_list: list }: Body) {
  if (!Array.isArray(list)) throw invalid('fileid_list must be a list')
  if (list.length > limits.filesARequest) throw new Refusal('INVALID_PARAM', `at most ${limits.filesARequest} files`)
  const delete_list = list.map((fileid) => {
    const path = files.pathOf(String(fileid))
    if (path === null) return { fileid, fileID: fileid, code: 'STORAGE_FILE_NONEXIST' }
    files.remove(path)
    return { fileid, fileID: fileid, code: 'SUCCESS' }
  })
  return { data: { delete_list } }
}
