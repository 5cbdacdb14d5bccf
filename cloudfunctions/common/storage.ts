/** Cloud storage: files are kept by path, and handed out only as an address that is good for an hour. */
import { cloud } from './cloud'
import type { StoredFile } from './documents'

const AN_HOUR = 3600
const MOST_AT_ONCE = 50

export const storage = {
  /** Keeps a file under a path, replacing what is there. Two requests. */
  async keep(path: string, content: Buffer): Promise<StoredFile> {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
    return { fileId: fileID, bytes: content.byteLength }
  },

  /** Two requests. */
  async bytes(fileId: string): Promise<Uint8Array> {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId })
    return fileContent
  },

  /** One request a fifty; what is not there is gone already. */
  async remove(fileIds: readonly string[]): Promise<void> {
    for (let from = 0; from < fileIds.length; from += MOST_AT_ONCE)
      await cloud.deleteFile({ fileList: fileIds.slice(from, from + MOST_AT_ONCE) })
  },

  /** Of what may lie under a path, and whose id nobody was told: overwritten, which tells it, and removed. Three requests. */
  async removeAt(path: string): Promise<void> {
    const { fileId } = await storage.keep(path, Buffer.from('-'))
    await storage.remove([fileId])
  },

  /** Whether a file is there. One request. */
  async exists(fileId: string): Promise<boolean> {
    return (await storage.addresses([fileId])).has(fileId)
  },

  /** Addresses anybody who has them can read for an hour; what is not there has none. One request a fifty. */
  async addresses(fileIds: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (let from = 0; from < fileIds.length; from += MOST_AT_ONCE) {
      const fileList = fileIds.slice(from, from + MOST_AT_ONCE).map((fileID) => ({ fileID, maxAge: AN_HOUR }))
      const answer = await cloud.getTempFileURL({ fileList })
      for (const { fileID, tempFileURL } of answer?.fileList ?? []) if (tempFileURL) found.set(fileID, tempFileURL)
    }
    return found
  },

  /** An address anybody who has it can read for an hour. One request. */
  async address(fileId: string): Promise<string> {
    const found = await cloud.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: AN_HOUR }] })
    const file = found?.fileList[0]
    if (!file?.tempFileURL) throw new Error(`no address for a stored file: status ${file?.status}`)
    return file.tempFileURL
  },
}
