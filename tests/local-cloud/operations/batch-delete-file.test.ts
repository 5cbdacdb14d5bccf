/** deleteFile: gone for every address that was given out. */
import { cloudForThisFile } from '../vocabulary'

describe('a file is deleted', () => {
  const on = cloudForThisFile()

  test('its addresses open nothing any more, and it gets no new one; again it is not there', async () => {
    const { fileID } = await on.sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') })
    const addressOf = async () => (await on.sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })).fileList[0]!
    const { tempFileURL } = await addressOf()
    expect((await on.sdk.deleteFile({ fileList: [fileID] })).fileList[0]).toMatchObject({ status: 0 })
    expect((await fetch(tempFileURL)).status).toBe(404)
    expect((await addressOf()).status).not.toBe(0)
    expect((await on.sdk.deleteFile({ fileList: [fileID] })).fileList[0]!.status).not.toBe(0)
  })
})
